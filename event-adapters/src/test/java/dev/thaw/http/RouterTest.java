package dev.thaw.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import dev.thaw.handler.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which handler a request reaches, and what is answered where there is none. */
class RouterTest {
  private final List<String> log = new ArrayList<>();
  private final Invocation invocation =
      Invocation.builder().awsRequestId("r-1").logger(new ListLogger(log)).build();

  private record ListLogger(List<String> lines) implements LambdaLogger {
    @Override
    public void log(String message) {
      lines.add(message);
    }

    @Override
    public void log(byte[] message) {
      lines.add(new String(message, StandardCharsets.UTF_8));
    }
  }

  /** Answers with its name and the path parameters. */
  private static HttpHandler named(String name) {
    return (request, invocation) ->
        HttpResponse.text(200, name + new TreeMap<>(request.pathParameters()));
  }

  private HttpResponse send(HttpHandler handler, String method, String target) throws Exception {
    return handler.handle(HttpRequest.of(method, target), invocation);
  }

  private static final Router SHOP =
      Router.builder()
          .get("/", named("home"))
          .get("/carts", named("list"))
          .post("/carts", named("create"))
          .get("/carts/{id}", named("cart"))
          .get("/carts/new", named("new"))
          .delete("/carts/{cart}", named("remove"))
          .get("/carts/{id}/items/{item}", named("item"))
          .get("/carts/new/lines/{line}", named("line"))
          .get("/files/{path...}", named("file"))
          .get("/files/index", named("index"))
          .get("/caf\u00e9/{x}", named("cafe"))
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/|home{}",
        "/?q=1|home{}",
        "/carts|list{}",
        "/carts/|list{}",
        "/carts/7|cart{id=7}",
        "/carts/7/|cart{id=7}",
        "/carts/new|new{}",
        "/carts/newer|cart{id=newer}",
        // The literal segment leads nowhere from here: the variable does.
        "/carts/new/items/2|item{id=new, item=2}",
        "/carts/new/lines/2|line{line=2}",
        "/carts/a%2Fb|cart{id=a/b}",
        "/carts/a%20b+c|cart{id=a b+c}",
        "/carts/%F0%9F%98%80|cart{id=\ud83d\ude00}",
        "/%63arts/7|cart{id=7}",
        "/caf%C3%A9/1|cafe{x=1}",
        "/files|file{path=}",
        "/files/|file{path=}",
        "/files/a|file{path=a}",
        "/files/a/b//c/|file{path=a/b//c/}",
        "/files/index|index{}",
        "/files/index/x|file{path=index/x}"
      })
  void reaches(String target, String answer) throws Exception {
    assertThat(send(SHOP, "GET", target).text()).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/cart", "/cartss", "//", "//carts", "/carts//", "/carts/7/items", "/CARTS", "*"})
  void knowsNoOtherPaths(String target) throws Exception {
    HttpResponse response = send(SHOP, "GET", target);
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text()).isEqualTo("{\"message\":\"Not Found\"}");
    assertThat(response.header("content-type")).isEqualTo("application/json");
  }

  @Test
  void namesVariablesAsTheRouteOfTheMethodDoes() throws Exception {
    assertThat(send(SHOP, "DELETE", "/carts/7").text()).isEqualTo("remove{cart=7}");
  }

  /** RFC 9110, 15.5.6: a 405 must have Allow. The most specific template decides. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|/carts|GET, HEAD, POST, OPTIONS",
        "PUT|/carts/7|GET, HEAD, DELETE, OPTIONS",
        "DELETE|/carts/new|GET, HEAD, OPTIONS",
        "get|/carts|GET, HEAD, POST, OPTIONS"
      })
  void refusesOtherMethods(String method, String path, String allow) throws Exception {
    HttpResponse response = send(SHOP, method, path);
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers("Allow")).containsExactly(allow);
    HttpResponse options = send(SHOP, "OPTIONS", path);
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.headers("allow")).containsExactly(allow);
    assertThat(options.body()).isEmpty();
  }

  @Test
  void answersHeadByGetWithoutItsBody() throws Exception {
    HttpResponse response = send(SHOP, "HEAD", "/carts/7");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("content-type")).startsWith("text/plain");
    assertThat(response.body()).isEmpty();
    Router own =
        Router.builder()
            .get("/", (request, i) -> HttpResponse.stream(200, "text/csv", out -> out.write(1)))
            .route("HEAD", "/x", named("head"))
            .route("OPTIONS", "/x", named("options"))
            .get("/x", named("get"))
            .build();
    assertThat(send(own, "HEAD", "/").isStreamed()).isFalse();
    assertThat(send(own, "HEAD", "/x").text()).isEqualTo("head{}");
    assertThat(send(own, "OPTIONS", "/x").text()).isEqualTo("options{}");
    assertThat(send(own, "POST", "/x").header("allow")).isEqualTo("HEAD, OPTIONS, GET");
  }

  /** API Gateway has decoded the path already: a percent sign is one. */
  @Test
  void doesNotDecodeTwice() throws Exception {
    byte[] event =
        """
        {"version": "1.0", "resource": "/{proxy+}", "path": "/carts/100%25", "httpMethod": "GET",
         "requestContext": {"resourcePath": "/{proxy+}", "httpMethod": "GET"}}"""
            .getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        Objects.requireNonNull(new HttpRequestCodec().read(new JsonReader(event)));
    assertThat(SHOP.handle(request, invocation).text()).isEqualTo("cart{id=100%25}");
  }

  @Test
  void mountsRoutesBelowAPath() throws Exception {
    RouterBuilder admin =
        Router.builder().get("/", named("admin")).get("/users/{id}", named("user"));
    Router router = Router.builder().mount("/{tenant}/admin", admin).build();
    assertThat(send(router, "GET", "/a/admin").text()).isEqualTo("admin{tenant=a}");
    assertThat(send(router, "GET", "/a/admin/users/7").text()).isEqualTo("user{id=7, tenant=a}");
  }

  @Test
  void mountsRoutesAtTheRoot() throws Exception {
    RouterBuilder carts = Router.builder().get("/", named("root")).get("/carts", named("carts"));
    Router router = Router.builder().mount("/", carts).build();
    assertThat(send(router, "GET", "/").text()).startsWith("root");
    assertThat(send(router, "GET", "/carts").text()).startsWith("carts");
  }

  @Test
  void lateRoutesOfTheBuilderDoNotReachTheRouter() throws Exception {
    RouterBuilder builder = Router.builder().get("/a", named("a"));
    Router router = builder.build();
    builder.get("/b", named("b"));
    assertThat(send(router, "GET", "/b").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "carts",
        "/carts/",
        "//",
        "/a//b",
        "/{}",
        "/{a}/{a}",
        "/{a...}/b",
        "/{a b}",
        "/a{b}",
        "/{a}b",
        "/a%20b",
        "/a?b",
        "/*",
        "/{...}",
        "/{a",
        "/a#b"
      })
  void refusesOtherTemplates(String template) {
    RouterBuilder builder = Router.builder();
    assertThatThrownBy(() -> builder.get(template, named("")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The path template " + template);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "get", "GE T", "G\u00c9T"})
  void refusesOtherMethodNames(String method) {
    RouterBuilder builder = Router.builder();
    assertThatThrownBy(() -> builder.route(method, "/", named("")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesARouteThatIsThere() {
    RouterBuilder builder =
        Router.builder().get("/carts/{id}", named("a")).get("/carts/{cart}", named("b"));
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GET /carts/{cart} is there already, as /carts/{id}");
    RouterBuilder tails = Router.builder().get("/{a...}", named("a")).get("/{b...}", named("b"));
    assertThatThrownBy(tails::build).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void answersByException() throws Exception {
    Router router =
        Router.builder()
            .get(
                "/gone",
                (request, i) -> {
                  throw new HttpException(410, "The \"cart\" is gone");
                })
            .get(
                "/busy",
                (request, i) -> {
                  throw new HttpException(503, "Later", new IllegalStateException("db-7 is down"));
                })
            .build();
    HttpResponse gone = send(router, "GET", "/gone");
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.text()).isEqualTo("{\"message\":\"The \\\"cart\\\" is gone\"}");
    assertThat(log).isEmpty();
    HttpResponse busy = send(router, "GET", "/busy");
    assertThat(busy.status()).isEqualTo(503);
    assertThat(busy.text()).isEqualTo("{\"message\":\"Later\"}");
    assertThat(log).hasSize(1);
    assertThat(log.getFirst()).contains("r-1", "db-7 is down", "RouterTest");
  }

  /** The client learns nothing, the log all but what the client sent. */
  @Test
  void aFailureLeaksNothing() throws Exception {
    Router router =
        Router.builder()
            .get(
                "/{secret}",
                (request, i) -> {
                  throw new IllegalStateException("db-7 is down");
                })
            .build();
    HttpResponse response = send(router, "GET", "/s3cret?q=s3cret");
    assertThat(response.status()).isEqualTo(500);
    assertThat(response.headers()).containsOnlyKeys("content-type");
    assertThat(response.text()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    assertThat(log).hasSize(1);
    assertThat(log.getFirst())
        .contains("GET request r-1 failed", "IllegalStateException: db-7 is down", "RouterTest")
        .doesNotContain("s3cret");
  }

  @Test
  void errorsAreTheFunctionsIfItWants() throws Exception {
    RouterBuilder builder =
        Router.builder()
            .get(
                "/",
                (request, i) -> {
                  throw new IllegalStateException("down");
                });
    Router mapped =
        builder
            .onError((request, error, i) -> HttpResponse.text(503, "" + error.getMessage()))
            .notFound((request, i) -> HttpResponse.text(404, "Nothing at " + request.path()))
            .build();
    assertThat(send(mapped, "GET", "/").status()).isEqualTo(503);
    assertThat(send(mapped, "GET", "/x").text()).isEqualTo("Nothing at /x");
    Router rethrowing =
        builder
            .onError(
                (request, error, i) -> {
                  throw error;
                })
            .build();
    assertThatThrownBy(() -> send(rethrowing, "GET", "/")).hasMessage("down");
    assertThat(log).isEmpty();
  }

  @Test
  void anErrorFailsTheInvocation() {
    Router router =
        Router.builder()
            .get(
                "/",
                (request, i) -> {
                  throw new StackOverflowError();
                })
            .build();
    assertThatThrownBy(() -> send(router, "GET", "/")).isInstanceOf(StackOverflowError.class);
  }

  @Test
  void aBodyThatIsNotAsExpectedIsA400() throws Exception {
    Router router =
        Router.builder()
            .post(
                "/",
                (request, i) -> HttpResponse.text(200, "" + request.json(NumberCodec.INSTANCE)))
            .build();
    HttpResponse response =
        router.handle(HttpRequest.builder("POST", "/").body("\"s3cret\"").build(), invocation);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text())
        .isEqualTo(
            "{\"message\":\"The body is not as expected: Expected a number but found a string at $"
                + " (byte 0)\"}");
    assertThat(log).isEmpty();
    assertThat(Map.copyOf(response.headers())).containsOnlyKeys("content-type");
  }

  private static final class NumberCodec implements Codec<Integer> {
    static final NumberCodec INSTANCE = new NumberCodec();

    @Override
    public Integer read(JsonReader in) {
      return in.nextInt();
    }

    @Override
    public void write(JsonWriter out, @Nullable Integer value) {
      out.nullValue();
    }
  }
}
