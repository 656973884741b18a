package dev.thaw.benchmarks.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import java.util.Map;

/** Answers a request with its path and query as JSON. */
public final class LoadBalancer
    implements RequestHandler<
        ApplicationLoadBalancerRequestEvent, ApplicationLoadBalancerResponseEvent> {
  @Override
  public ApplicationLoadBalancerResponseEvent handleRequest(
      ApplicationLoadBalancerRequestEvent request, Context context) {
    StringBuilder body = new StringBuilder();
    body.append("{\"path\":\"").append(request.getPath()).append("\",\"query\":\"");
    body.append(request.getQueryStringParameters().get("query")).append("\"}");
    ApplicationLoadBalancerResponseEvent response = new ApplicationLoadBalancerResponseEvent();
    response.setStatusCode(200);
    response.setHeaders(Map.of("Content-Type", "application/json"));
    response.setBody(body.toString());
    return response;
  }
}
