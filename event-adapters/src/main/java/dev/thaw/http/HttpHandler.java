package dev.thaw.http;

import dev.thaw.handler.Handler;

/**
 * A function behind HTTP: an Application Load Balancer, API Gateway's REST and HTTP APIs, a
 * Function URL or VPC Lattice. The runtime tells them apart by the event and answers in the shape
 * that each expects.
 */
@FunctionalInterface
public interface HttpHandler extends Handler<HttpRequest, HttpResponse> {}
