package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.handler.Environment;
import dev.thaw.handler.Invocation;
import dev.thaw.http.HttpRequest;
import dev.thaw.http.HttpRequestBuilder;
import dev.thaw.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CartsTest {
  private static final String CART = "{\"items\":[{\"name\":\"Ice pick\",\"count\":2}]}";

  private final Carts carts = new Carts(Environment.of(Map.of()));

  private HttpResponse send(HttpRequestBuilder request) throws Exception {
    return carts.handle(
        request.header("origin", "https://shop.example").build(), Invocation.builder().build());
  }

  @Test
  void keepsCarts() throws Exception {
    HttpRequestBuilder put =
        HttpRequest.builder("PUT", "/carts/7")
            .header("content-type", "application/json")
            .body(CART);
    assertThat(send(put).status()).isEqualTo(200);
    HttpResponse got = send(HttpRequest.builder("GET", "/carts/7"));
    assertThat(got.text()).isEqualTo(CART);
    assertThat(got.header("content-type")).isEqualTo("application/json");
    assertThat(got.header("access-control-allow-origin")).isEqualTo("https://shop.example");
    assertThat(send(HttpRequest.builder("DELETE", "/carts/7")).status()).isEqualTo(204);
    assertThat(send(HttpRequest.builder("GET", "/carts/7")).status()).isEqualTo(404);
  }

  @Test
  void saysWhatIsWrongWithABody() throws Exception {
    HttpResponse response =
        send(HttpRequest.builder("PUT", "/carts/7").body("{\"items\":[{\"count\":\"two\"}]}"));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains("$.items[0].count").doesNotContain("two");
  }

  @Test
  void knowsItsMethods() throws Exception {
    HttpResponse response = send(HttpRequest.builder("POST", "/carts/7"));
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.header("allow")).isEqualTo("GET, HEAD, PUT, DELETE, OPTIONS");
  }
}
