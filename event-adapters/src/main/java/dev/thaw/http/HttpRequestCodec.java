package dev.thaw.http;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Reads the events of all HTTP sources. */
public final class HttpRequestCodec implements Codec<HttpRequest> {
  @Override
  public @Nullable HttpRequest read(JsonReader in) {
    throw new UnsupportedOperationException("Not written yet");
  }

  /** Not supported: nobody answers with a request. */
  @Override
  public void write(JsonWriter out, @Nullable HttpRequest value) {
    throw new UnsupportedOperationException("A request is only read");
  }
}
