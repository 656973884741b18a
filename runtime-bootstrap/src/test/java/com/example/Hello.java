package com.example;

import dev.thaw.handler.Invocation;
import dev.thaw.http.HttpHandler;
import dev.thaw.http.HttpRequest;
import dev.thaw.http.HttpResponse;

/** Answers HTTP requests with as little as possible. */
public final class Hello implements HttpHandler {
  @Override
  public HttpResponse handle(HttpRequest request, Invocation invocation) {
    return HttpResponse.text(200, request.method() + " " + request.path());
  }
}
