package com.example;

import static dev.thaw.http.HttpResponse.json;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.handler.Environment;
import dev.thaw.handler.Invocation;
import dev.thaw.http.Cors;
import dev.thaw.http.HttpException;
import dev.thaw.http.HttpHandler;
import dev.thaw.http.HttpRequest;
import dev.thaw.http.HttpResponse;
import dev.thaw.http.Router;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A shop's carts behind any HTTP front door: {@code PUT /carts/7} with {@code {"items": [{"name":
 * "Ice pick", "count": 2}]}}, {@code GET /carts/7}, {@code DELETE /carts/7}.
 */
public final class Carts implements HttpHandler {
  private final Map<String, Cart> carts = new ConcurrentHashMap<>(); // a table, in real life
  private final HttpHandler api;

  public Carts(Environment environment) {
    api =
        Cors.allow(environment.get("SHOP", "https://shop.example"))
            .methods("GET", "PUT", "DELETE")
            .headers("content-type")
            .around(
                Router.builder()
                    .get("/carts/{id}", this::get)
                    .put("/carts/{id}", this::put)
                    .delete("/carts/{id}", this::delete)
                    .build());
  }

  /** What the client buys. */
  @GenerateCodec
  public record Cart(List<Item> items) {}

  /** Some pieces of a product. */
  @GenerateCodec
  public record Item(String name, int count) {}

  @Override
  public HttpResponse handle(HttpRequest request, Invocation invocation) throws Exception {
    return api.handle(request, invocation);
  }

  private HttpResponse get(HttpRequest request, Invocation invocation) {
    Cart cart = carts.get(id(request));
    if (cart == null) {
      throw new HttpException(404, "There is no such cart");
    }
    return json(200, cart);
  }

  private HttpResponse put(HttpRequest request, Invocation invocation) {
    Cart cart = request.json(Cart.class);
    if (cart == null || cart.items() == null) {
      throw new HttpException(400, "A cart has items");
    }
    carts.put(id(request), cart);
    return json(200, cart);
  }

  private HttpResponse delete(HttpRequest request, Invocation invocation) {
    carts.remove(id(request));
    return HttpResponse.of(204);
  }

  private static String id(HttpRequest request) {
    return String.valueOf(request.pathParameter("id"));
  }
}
