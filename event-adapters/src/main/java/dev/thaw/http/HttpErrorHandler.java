package dev.thaw.http;

import dev.thaw.handler.Invocation;

/** Answers a request whose handler has failed. */
@FunctionalInterface
public interface HttpErrorHandler {

  /**
   * Answers in the place of the handler.
   *
   * @param request what the handler got, without path parameters
   * @param error what the handler threw; an {@link HttpException} never comes here
   * @param invocation what Lambda says about this invocation
   * @return what the client gets
   * @throws Exception to fail the invocation; as a rule {@code error} itself
   */
  HttpResponse handle(HttpRequest request, Exception error, Invocation invocation) throws Exception;
}
