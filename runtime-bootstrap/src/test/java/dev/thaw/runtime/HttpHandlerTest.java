package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Shop;
import dev.thaw.local.HttpPrelude;
import dev.thaw.local.InvocationOutcome;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A handler of HTTP requests in the real process, with responses in one piece and streamed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpHandlerTest {
  private RuntimeProcess buffered;
  private RuntimeProcess streaming;

  @BeforeAll
  void start() throws Exception {
    buffered = RuntimeProcess.start(Shop.class);
    streaming =
        RuntimeProcess.of(Shop.class).variable("THAW_HTTP_RESPONSE_MODE", "streaming").start();
  }

  @AfterAll
  void stop() throws Exception {
    buffered.close();
    streaming.close();
  }

  /** The event of a Function URL, as AWS documents it. */
  private static String url(String method, String path, String guard, String body) {
    return event(
        """
        {"version": "2.0", "routeKey": "$default", "rawQueryString": "", "headers": {},
         "requestContext": {"domainName": "abc.lambda-url.eu-central-1.on.aws",
           "http": {"sourceIp": "203.0.113.9"}}, "isBase64Encoded": false}""",
        path,
        method,
        guard,
        body);
  }

  private static String event(
      String template, String path, String method, String guard, String body) {
    ObjectNode event = (ObjectNode) new JsonMapper().readTree(template);
    event.put("rawPath", path);
    ((ObjectNode) event.get("requestContext").get("http")).put("method", method).put("path", path);
    if (!guard.isEmpty()) {
      ((ObjectNode) event.get("headers")).put("x-guard", guard);
    }
    if (!body.isEmpty()) {
      event.put("body", body);
    }
    return event.toString();
  }

  private static String get(String path) {
    return url("GET", path, "", "");
  }

  /** The event of an Application Load Balancer, as AWS documents it. */
  private static String alb(String path) {
    return """
    {"requestContext": {"elb": {"targetGroupArn":
       "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/lambda/49e9d65c45c6791a"}},
     "httpMethod": "GET", "path": "%s", "queryStringParameters": {}, "headers": {"host": "x"},
     "body": "", "isBase64Encoded": false}"""
        .formatted(path);
  }

  private static JsonNode answer(RuntimeProcess function, String event) throws Exception {
    return RuntimeProcess.json(function.respond(event));
  }

  @Test
  void theShapeOfItsSource() throws Exception {
    JsonNode url = answer(buffered, get("/cookies"));
    assertThat(url.get("statusCode").asInt()).isEqualTo(200);
    assertThat(url.get("body").asString()).isEqualTo("two");
    assertThat(url.get("cookies").toString()).isEqualTo("[\"a=1; Secure\",\"b=2\"]");
    JsonNode alb = answer(buffered, alb("/routed/7"));
    assertThat(alb.get("statusDescription").asString()).isEqualTo("200 OK");
    assertThat(alb.get("body").asString()).isEqualTo("cart 7");
  }

  @Test
  void plainTypesByJackson() throws Exception {
    String body =
        "{\"user\": \"u\", \"items\": [{\"name\": \"a\"}, {\"name\": \"b\", \"count\": 2}]}";
    JsonNode answer = answer(buffered, url("POST", "/cart", "", body));
    assertThat(answer.get("statusCode").asInt()).isEqualTo(201);
    assertThat(answer.get("body").asString())
        .isEqualTo(
            "{\"user\":\"u\",\"items\":[{\"name\":\"b\",\"count\":2},{\"name\":\"a\",\"count\":0}]}");
  }

  /** Where it is wrong, never what stands there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"user\": \"u\", \"items\": [{\"count\": \"s3cret\"}]}|$.items[0].count",
        "{\"user\": {\"s3cret\": 1}}|$.user",
        "{\"user\": s3cret}|$.user",
        "[\"s3cret\", 1]|$"
      })
  void aBodyThatIsNotAsExpected(String body, String path) throws Exception {
    JsonNode answer = answer(buffered, url("POST", "/cart", "", body));
    assertThat(answer.get("statusCode").asInt()).isEqualTo(400);
    assertThat(answer.get("body").asString())
        .contains("The body is not as expected", " at " + path)
        .doesNotContain("s3cret\"", "tools.jackson", "com.example");
    assertThat(buffered.log()).doesNotContain("s3cret\"");
  }

  @Test
  void answersByException() throws Exception {
    JsonNode gone = answer(buffered, get("/gone"));
    assertThat(gone.get("statusCode").asInt()).isEqualTo(410);
    assertThat(gone.get("body").asString()).isEqualTo("{\"message\":\"Gone\"}");
    assertThat(buffered.log()).doesNotContain("Guard saw Gone");
    JsonNode busy = answer(buffered, get("/busy"));
    assertThat(busy.get("statusCode").asInt()).isEqualTo(503);
    assertThat(busy.get("body").asString()).isEqualTo("{\"message\":\"Busy\"}");
    assertThat(buffered.logged("db-7 is down")).isEqualTo(1);
    JsonNode refused = answer(buffered, url("GET", "/cookies", "refuse", ""));
    assertThat(refused.get("statusCode").asInt()).isEqualTo(401);
  }

  @Test
  void aFailureIsTheInvocations() throws Exception {
    JsonNode error = buffered.fail(get("/fail"));
    assertThat(error.get("errorType").asString()).isEqualTo("java.lang.IllegalStateException");
    assertThat(buffered.logged("IllegalStateException: unexpected")).isEqualTo(1);
    assertThat(buffered.fail(get("/null")).get("errorMessage").asString())
        .contains("must answer with an HttpResponse, not with null");
    assertThat(buffered.fail(url("GET", "/cookies", "strange", "")).get("errorMessage").asString())
        .contains("must answer with an HttpResponse, not with java.lang.String");
    assertThat(buffered.fail("null").get("errorMessage").asString())
        .startsWith("Expected an HTTP request but found null");
  }

  @Test
  void aFailureInARouterIsNot() throws Exception {
    JsonNode answer = answer(buffered, get("/routed/fail"));
    assertThat(answer.get("statusCode").asInt()).isEqualTo(500);
    assertThat(answer.get("body").asString()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    assertThat(buffered.logged("IllegalStateException: s3cret")).isEqualTo(1);
  }

  @Test
  void interceptorsMayChangeResponses() throws Exception {
    JsonNode answer = answer(buffered, url("GET", "/stream", "on", ""));
    assertThat(answer.get("headers").get("x-guarded").asString()).isEqualTo("yes");
    assertThat(text(answer)).isEqualTo("DE\nAT\n");
  }

  /** Of its own, without the handler. */
  @Test
  void anInterceptorsBodyIsGatheredOrStreamed() throws Exception {
    String event = url("GET", "/cookies", "stream", "");
    assertThat(text(answer(buffered, event))).isEqualTo("DE\nAT\n");
    assertThat(stream(event).text()).endsWith("DE\nAT\n");
  }

  /** It has the format of REST APIs, but knows no streams; its version tells it from them. */
  @Test
  void anHttpApiWithPayloadFormat1GetsNoStream() throws Exception {
    JsonNode answer =
        answer(
            streaming,
            """
            {"version": "1.0", "resource": "/stream", "path": "/stream", "httpMethod": "GET",
             "headers": {"Host": "x"}, "requestContext": {"httpMethod": "GET", "stage": "$default",
               "path": "/stream", "domainName": "id.execute-api.us-east-1.amazonaws.com"}}""");
    assertThat(answer.get("statusCode").asInt()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo("DE\nAT\n");
  }

  private static String text(JsonNode answer) {
    String body = answer.get("body").asString();
    JsonNode encoded = answer.get("isBase64Encoded");
    return encoded != null && encoded.asBoolean()
        ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
        : body;
  }

  /** Without the variable, and where there are no streams. */
  @Test
  void gathersABody() throws Exception {
    assertThat(text(answer(buffered, get("/stream")))).isEqualTo("DE\nAT\n");
    JsonNode alb = answer(streaming, alb("/stream"));
    assertThat(text(alb)).isEqualTo("DE\nAT\n");
    assertThat(alb.get("statusDescription").asString()).isEqualTo("200 OK");
    assertThat(buffered.fail(get("/stream-fail")).get("errorMessage").asString())
        .isEqualTo("midway");
    JsonNode gone = answer(buffered, get("/stream-gone"));
    assertThat(gone.get("statusCode").asInt()).isEqualTo(410);
    JsonNode large = buffered.fail(get("/stream-large"));
    assertThat(large.get("errorMessage").asString()).contains("Lambda takes at most 6291556");
  }

  private InvocationOutcome stream(String event) throws Exception {
    InvocationOutcome outcome = streaming.invoke(event);
    assertThat(outcome.succeeded()).as(outcome.text()).isTrue();
    assertThat(outcome.contentType()).isEqualTo(HttpPrelude.CONTENT_TYPE);
    return outcome;
  }

  @Test
  void streamsABody() throws Exception {
    InputStream bytes = new ByteArrayInputStream(stream(get("/stream")).payload());
    assertThat(HttpPrelude.read(bytes))
        .isEqualTo(
            new HttpPrelude(
                200, Map.of("content-type", "text/csv", "x-a", "1, 2"), List.of("a=1")));
    assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("DE\nAT\n");
  }

  /** A front door that expects streams understands nothing else. */
  @Test
  void streamsEveryResponse() throws Exception {
    for (String path : List.of("/gone", "/routed/fail", "/routed/x/y", "/cookies")) {
      InputStream bytes = new ByteArrayInputStream(stream(get(path)).payload());
      JsonNode answer = answer(buffered, get(path));
      HttpPrelude prelude = HttpPrelude.read(bytes);
      assertThat(prelude.statusCode()).isEqualTo(answer.get("statusCode").asInt());
      assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(answer.get("body").asString());
    }
    String rest =
        """
        {"resource": "/x", "path": "/cookies", "httpMethod": "GET", "headers": {"Host": "x"},
         "requestContext": {"resourcePath": "/x", "httpMethod": "GET", "stage": "prod",
           "path": "/prod/cookies"}}""";
    InputStream bytes = new ByteArrayInputStream(stream(rest).payload());
    assertThat(HttpPrelude.read(bytes).cookies()).containsExactly("a=1; Secure", "b=2");
  }

  @Test
  void failuresOfAStream() throws Exception {
    InvocationOutcome midway = stream(get("/stream-fail"));
    assertThat(midway.text()).endsWith("DE\nAT\n");
    assertThat(midway.trailerErrorType()).isEqualTo("Function.IllegalStateException");
    assertThat(midway.trailerError()).contains("midway");
    assertThat(streaming.logged("IllegalStateException: midway")).isEqualTo(1);
    assertThat(streaming.log()).contains("Guard saw midway");
    assertThat(streaming.fail(get("/stream-fail-early")).get("errorMessage").asString())
        .isEqualTo("early");
    assertThat(streaming.fail(get("/stream-gone")).get("errorMessage").asString())
        .isEqualTo("Gone late");
    InvocationOutcome changed = streaming.invoke(url("GET", "/stream", "on", ""));
    assertThat(changed.trailerError()).contains("cannot replace a streamed response");
    stream(get("/stream"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"::method", "::handle"})
  void byMethod(String method) throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of(Shop.class.getName() + method).start()) {
      JsonNode answer = answer(function, get("/cookies"));
      assertThat(answer.get("statusCode").asInt()).isEqualTo(200);
    }
  }

  @Test
  @JvmOnly("no executable is built from it")
  void anotherResponseFailsTheInitPhase() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of(Shop.class.getName() + "::wrong").start()) {
      assertThat(function.initError().text()).contains("answers with HttpResponse");
    }
  }

  @Test
  void anotherResponseModeFailsTheInitPhase() throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Shop.class).variable("THAW_HTTP_RESPONSE_MODE", "stream").start()) {
      assertThat(function.initError().text()).contains("neither buffered nor streaming");
    }
  }
}
