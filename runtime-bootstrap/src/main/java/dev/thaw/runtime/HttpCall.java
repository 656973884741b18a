package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import dev.thaw.http.HttpException;
import dev.thaw.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * One call of a handler of HTTP requests, as the innermost of what its interceptors surround: they
 * see the body written, and fail.
 *
 * @param stream null if the response goes back in one piece
 */
record HttpCall(Handler<@Nullable Object, @Nullable Object> handler, @Nullable HttpStream stream)
    implements Handler<@Nullable Object, @Nullable Object> {

  @Override
  public HttpResponse handle(@Nullable Object event, Invocation invocation) throws Exception {
    HttpResponse response;
    try {
      response = response(handler.handle(event, invocation));
    } catch (HttpException e) {
      return answer(e, invocation);
    }
    if (!response.isStreamed()) {
      return response;
    }
    if (stream == null) {
      return GatheredBody.of(response);
    }
    stream.begin(response);
    return response;
  }

  HttpResponse answer(HttpException thrown, Invocation invocation) {
    if (thrown.status() >= 500) {
      StringBuilder text = new StringBuilder("Answered with an error\n");
      StackTraces.print(thrown, text);
      invocation.getLogger().log(text.toString(), LogLevel.ERROR);
    }
    return thrown.response();
  }

  HttpResponse response(@Nullable Object returned) {
    if (returned instanceof HttpResponse response) {
      return response;
    }
    throw new ClassCastException(
        "A handler of HTTP requests and its interceptors must answer with an HttpResponse, not with "
            + (returned == null ? "null" : returned.getClass().getName()));
  }
}
