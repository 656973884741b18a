package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import dev.thaw.handler.Environment;
import dev.thaw.handler.Invocation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductPageTest {
  @Test
  void showsAProductWithItsPrice() {
    var page = get(new ProductPage(Environment.of(Map.of())), Map.of("query", "1234ABCD"));
    assertThat(page.getStatusCode()).isEqualTo(200);
    assertThat(page.getBody()).isEqualTo("Ice pick, 24.90 EUR\n");
    assertThat(page.getHeaders()).containsEntry("content-type", "text/plain; charset=utf-8");
  }

  @Test
  void takesTheCurrencyFromTheEnvironment() {
    Environment environment = Environment.of(Map.of("CURRENCY", "CHF"));
    var page = get(new ProductPage(environment), Map.of("query", "5678EFGH"));
    assertThat(page.getBody()).isEqualTo("Thermos flask, 31.50 CHF\n");
  }

  @Test
  void knowsNoOtherProducts() {
    ProductPage pages = new ProductPage(Environment.of(Map.of()));
    assertThat(get(pages, Map.of("query", "unknown")).getStatusCode()).isEqualTo(404);
    assertThat(get(pages, Map.of()).getStatusCode()).isEqualTo(404);
    ApplicationLoadBalancerRequestEvent withoutQuery = new ApplicationLoadBalancerRequestEvent();
    assertThat(pages.handle(withoutQuery, Invocation.builder().build()).getStatusCode())
        .isEqualTo(404);
  }

  private static ApplicationLoadBalancerResponseEvent get(
      ProductPage pages, Map<String, String> query) {
    ApplicationLoadBalancerRequestEvent request = new ApplicationLoadBalancerRequestEvent();
    request.setQueryStringParameters(query);
    return pages.handle(request, Invocation.builder().build());
  }
}
