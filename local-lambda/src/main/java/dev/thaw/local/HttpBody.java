package dev.thaw.local;

import dev.thaw.local.ReceivedRequest.Completeness;
import java.util.List;

/** A request's body without its transfer encoding. */
final class HttpBody {
  private final byte[] bytes;
  private final List<Header> trailers;
  private final Completeness completeness;

  HttpBody(byte[] bytes, List<Header> trailers, Completeness completeness) {
    this.bytes = bytes;
    this.trailers = trailers;
    this.completeness = completeness;
  }

  byte[] bytes() {
    return bytes;
  }

  List<Header> trailers() {
    return trailers;
  }

  Completeness completeness() {
    return completeness;
  }
}
