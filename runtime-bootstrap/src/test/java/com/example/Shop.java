package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Intercepted;
import dev.thaw.handler.Interceptor;
import dev.thaw.handler.Invocation;
import dev.thaw.http.HttpBodyWriter;
import dev.thaw.http.HttpException;
import dev.thaw.http.HttpHandler;
import dev.thaw.http.HttpRequest;
import dev.thaw.http.HttpResponse;
import dev.thaw.http.Router;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers HTTP requests in every way there is; the path says which. */
public final class Shop implements HttpHandler, Intercepted {
  private final HttpHandler routes =
      Router.builder()
          .get("/routed/{id}", (request, i) -> text("cart " + request.pathParameter("id")))
          .get("/routed/fail", (request, i) -> fail("s3cret"))
          .build();

  /** A plain type, without a codec. */
  public record Cart(String user, List<Item> items) {}

  public record Item(String name, int count) {}

  @Override
  public HttpResponse handle(HttpRequest request, Invocation invocation) throws Exception {
    return switch (request.path()) {
      case "/cookies" ->
          text("two").cookie("a=1; Secure").cookie("b=2").header("X-A", "1").header("x-a", "2");
      case "/cart" -> {
        Cart cart = Objects.requireNonNull(request.json(Cart.class));
        yield HttpResponse.json(201, new Cart(cart.user(), cart.items().reversed()));
      }
      case "/gone" -> throw new HttpException(410, "Gone");
      case "/busy" -> throw new HttpException(503, "Busy", new IOException("db-7 is down"));
      case "/fail" -> fail("unexpected");
      case "/null" -> nothing();
      case "/stream" -> stream(Shop::countries);
      case "/stream-large" -> stream(Shop::large);
      case "/stream-fail" ->
          stream(
              out -> {
                countries(out);
                fail("midway");
              });
      case "/stream-fail-early" -> stream(out -> fail("early"));
      case "/stream-gone" ->
          stream(
              out -> {
                throw new HttpException(410, "Gone late");
              });
      default -> routes.handle(request, invocation);
    };
  }

  private static HttpResponse text(String text) {
    return HttpResponse.text(200, text);
  }

  private static HttpResponse stream(HttpBodyWriter writer) {
    return HttpResponse.stream(200, "text/csv", writer)
        .cookie("a=1")
        .header("x-a", "1")
        .header("X-A", "2");
  }

  private static void countries(OutputStream out) throws IOException {
    out.write("DE\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
    out.write("AT\n".getBytes(StandardCharsets.UTF_8));
  }

  /** Seven megabytes, without caring whether they arrive. */
  private static void large(OutputStream out) {
    byte[] bytes = new byte[1 << 20];
    for (int i = 0; i < 7; i++) {
      try {
        out.write(bytes);
      } catch (IOException e) {
        return;
      }
    }
  }

  private static HttpResponse fail(String message) {
    throw new IllegalStateException(message);
  }

  @SuppressWarnings({"NullAway", "DataFlowIssue"}) // what an author may do all the same
  private static HttpResponse nothing() {
    return null;
  }

  /** As AWS's interface and as a method. */
  public HttpResponse method(HttpRequest request, Context context) {
    return text(request.method() + " " + request.path());
  }

  public String wrong(HttpRequest request) {
    return request.path();
  }

  @Override
  public List<Interceptor> interceptors(Environment environment) {
    return List.of(new Guard());
  }

  /** Sees requests and responses; refuses, replaces and fails. */
  private static final class Guard implements Interceptor {
    @Override
    public @Nullable Object intercept(
        @Nullable Object event,
        Invocation invocation,
        Handler<@Nullable Object, @Nullable Object> next)
        throws Exception {
      HttpRequest request = Objects.requireNonNull((HttpRequest) event);
      String guard = request.header("x-guard");
      if (guard != null) {
        switch (guard) {
          case "refuse" -> throw new HttpException(401, "Who are you?");
          case "strange" -> {
            return "a string";
          }
          case "stream" -> {
            return stream(Shop::countries);
          }
          default -> {}
        }
      }
      try {
        HttpResponse response =
            Objects.requireNonNull((HttpResponse) next.handle(event, invocation));
        return guard == null ? response : response.header("x-guarded", "yes");
      } catch (Exception e) {
        invocation.getLogger().log("Guard saw " + e.getMessage());
        throw e;
      }
    }
  }
}
