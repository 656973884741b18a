package dev.thaw.runtime;

import dev.thaw.codec.JsonWriter;
import org.jspecify.annotations.Nullable;

/** What an invocation loop lends to the function for one invocation. */
final class Exchange {
  private final JsonWriter json;
  private final @Nullable RuntimeApi api;
  private final @Nullable NextInvocation next;
  private @Nullable StreamedResponse stream;

  /** Without a Runtime API to stream to. */
  Exchange(JsonWriter json) {
    this.json = json;
    this.api = null;
    this.next = null;
  }

  Exchange(JsonWriter json, RuntimeApi api, NextInvocation next) {
    this.json = json;
    this.api = api;
    this.next = next;
  }

  /** The loop's, for one response after the other. */
  JsonWriter json() {
    return json;
  }

  /** Answers by a stream; the loop ends it. */
  StreamedResponse openStream() {
    if (api == null || next == null) {
      throw new IllegalStateException("There is nobody to stream a response to");
    }
    StreamedResponse opened = new StreamedResponse(api, next);
    stream = opened;
    return opened;
  }

  /** The stream that was opened; null if there is none. */
  @Nullable StreamedResponse stream() {
    return stream;
  }
}
