package com.example;

import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.util.Map;

/**
 * A shop's product page behind an Application Load Balancer: {@code GET /lambda?query=1234ABCD}.
 */
public final class ProductPage
    implements Handler<ApplicationLoadBalancerRequestEvent, ApplicationLoadBalancerResponseEvent> {
  private final Map<String, String> products; // opened once per execution environment
  private final String currency;

  public ProductPage(Environment environment) {
    currency = environment.get("CURRENCY", "EUR");
    products = Map.of("1234ABCD", "Ice pick, 24.90", "5678EFGH", "Thermos flask, 31.50");
  }

  @Override
  public ApplicationLoadBalancerResponseEvent handle(
      ApplicationLoadBalancerRequestEvent request, Invocation invocation) {
    Map<String, String> query = request.getQueryStringParameters();
    String id = query == null ? "" : query.getOrDefault("query", "");
    String product = products.get(id);
    return product == null
        ? page(404, "404 Not Found", "There is no such product\n")
        : page(200, "200 OK", product + " " + currency + "\n");
  }

  private static ApplicationLoadBalancerResponseEvent page(
      int status, String description, String text) {
    ApplicationLoadBalancerResponseEvent response = new ApplicationLoadBalancerResponseEvent();
    response.setStatusCode(status);
    response.setStatusDescription(description);
    response.setHeaders(Map.of("content-type", "text/plain; charset=utf-8"));
    response.setBody(text);
    return response;
  }
}
