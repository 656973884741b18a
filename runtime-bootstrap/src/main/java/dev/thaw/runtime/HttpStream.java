package dev.thaw.runtime;

import dev.thaw.handler.HttpPrelude;
import dev.thaw.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP response as a stream: status, headers and cookies in a prelude, then the body. */
final class HttpStream {
  private final Exchange exchange;
  private @Nullable HttpResponse begun;

  HttpStream(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Sends a response; its body leaves as it is written. */
  void begin(HttpResponse response) throws Exception {
    if (begun != null) {
      throw new IllegalStateException("An interceptor cannot have a streamed response sent twice");
    }
    begun = response;
    StreamedResponse stream = exchange.openStream();
    stream.http(prelude(response));
    response.writeBody(stream);
    stream.checkLength();
  }

  boolean hasBegun() {
    return begun != null;
  }

  /**
   * Sends the response that the interceptors gave, unless it was sent already.
   *
   * @throws IllegalStateException if another one was sent
   */
  @SuppressWarnings("ReferenceEquality") // the very same response, not an equal one
  void finish(HttpResponse response) throws Exception {
    if (begun == null) {
      begin(response);
    } else if (begun != response) {
      throw new IllegalStateException(
          "An interceptor cannot replace a streamed response, which has been sent: a handler around"
              + " the handler can");
    }
  }

  private static HttpPrelude prelude(HttpResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> cookies = List.of();
    for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
      if (header.getKey().equals("set-cookie")) {
        cookies = new ArrayList<>(header.getValue());
      } else {
        headers.put(header.getKey(), String.join(", ", header.getValue()));
      }
    }
    return new HttpPrelude(response.status(), headers, cookies);
  }
}
