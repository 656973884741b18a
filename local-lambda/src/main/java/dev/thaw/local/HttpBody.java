package dev.thaw.local;

import dev.thaw.local.ReceivedRequest.Completeness;
import java.util.List;

/** A request's body without its transfer encoding: what is known of it by now. */
final class HttpBody {
  private final HttpBodyStream stream;
  private volatile byte[] bytes = new byte[0];
  private volatile Completeness completeness = Completeness.TRUNCATED;

  /** A body that has not been read. */
  HttpBody(HttpBodyStream stream) {
    this.stream = stream;
  }

  void finish(byte[] kept, Completeness how) {
    bytes = kept;
    completeness = how;
  }

  HttpBodyStream stream() {
    return stream;
  }

  byte[] bytes() {
    return bytes;
  }

  List<Header> trailers() {
    return stream.trailers();
  }

  Completeness completeness() {
    return completeness;
  }
}
