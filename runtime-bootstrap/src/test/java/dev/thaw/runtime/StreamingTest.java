package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Streams;
import dev.thaw.local.Header;
import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.InvocationRequest;
import dev.thaw.local.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Streamed responses as a strict Runtime API sees them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamingTest {
  private RuntimeProcess function;

  @BeforeAll
  void start() throws Exception {
    function = RuntimeProcess.start(Streams.class);
  }

  @AfterAll
  void stop() throws Exception {
    function.close();
  }

  private InvocationOutcome stream(String event) throws Exception {
    InvocationOutcome outcome = function.invoke("\"" + event + "\"");
    assertThat(outcome.succeeded()).as(outcome.text()).isTrue();
    return outcome;
  }

  private ReceivedRequest lastPost() {
    List<ReceivedRequest> requests = function.api().requests();
    for (int i = requests.size() - 1; i >= 0; i--) {
      if (requests.get(i).method().equals("POST")) {
        return requests.get(i);
      }
    }
    throw new AssertionError("Nothing was posted");
  }

  private int logged() throws Exception {
    return function.log().length();
  }

  @Test
  void textAndBytesInTurn() throws Exception {
    assertThat(stream("text").text())
        .isEqualTo("gr\u00fc\u00df dich &\ud83d\ude00" + "\u20ac".repeat(9_998) + " end");
  }

  /** The request of the documents, with the invocation's id and a connection of its own. */
  @Test
  void theRequest() throws Exception {
    InvocationOutcome outcome =
        function.invoke(InvocationRequest.of("\"hello\"").requestId("r-1").invocationId("i-1"));
    assertThat(outcome.text()).isEqualTo("hello");
    assertThat(outcome.contentType()).isEqualTo("application/octet-stream");
    assertThat(outcome.trailers()).isEmpty();
    ReceivedRequest post = lastPost();
    assertThat(post.requestLine())
        .isEqualTo("POST /2018-06-01/runtime/invocation/r-1/response HTTP/1.1");
    assertThat(post.header("Lambda-Runtime-Function-Response-Mode")).isEqualTo("streaming");
    assertThat(post.header("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(post.header("Content-Length")).isNull();
    assertThat(post.header("Trailer"))
        .isEqualTo("Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body");
    assertThat(post.header("Lambda-Runtime-Invocation-Id")).isEqualTo("i-1");
    assertThat(post.header("Host")).isEqualTo(function.api().endpoint());
    assertThat(post.header("User-Agent")).startsWith("thaw/");
    stream("nothing");
    assertThat(lastPost().header("Lambda-Runtime-Invocation-Id")).isNull();
    assertThat(lastPost().connection()).isNotEqualTo(post.connection());
  }

  @Test
  void nothingIsAnEmptyResponse() throws Exception {
    assertThat(stream("nothing").payload()).isEmpty();
    assertThat(lastPost().completeness()).isEqualTo(ReceivedRequest.Completeness.COMPLETE);
  }

  @Test
  void contentType() throws Exception {
    assertThat(stream("html").contentType()).isEqualTo("text/html");
  }

  @Test
  void httpPrelude() throws Exception {
    InvocationOutcome outcome = stream("page");
    assertThat(outcome.contentType())
        .isEqualTo("application/vnd.awslambda.http-integration-response");
    int delimiter = outcome.text().indexOf("\0\0\0\0\0\0\0\0");
    assertThat(outcome.text().substring(delimiter + 8)).isEqualTo("body");
    assertThat(RuntimeProcess.json(outcome.text().substring(0, delimiter)))
        .isEqualTo(
            RuntimeProcess.json(
                """
                {"statusCode": 201,
                 "headers": {"Content-Type": "text/plain", "X-Name": "K\u00f6ln \\"4\\""},
                 "cookies": ["cart=7; Secure", "user=1"]}"""));
    assertThat(stream("largest prelude").payload()).hasSize(16 * 1024 + 1);
  }

  /** Before a byte has left, a failure is as any other: with headers, and without a half answer. */
  @ParameterizedTest
  @CsvSource({
    "fail early, early",
    "fail closing, closing",
    "big prelude, must fit into 16384",
    "late prelude, must come before",
    "late type, must come before",
    "wicked type, Not a content type"
  })
  void failuresBeforeTheFirstByte(String event, String message) throws Exception {
    JsonNode error = function.fail("\"" + event + "\"");
    assertThat(error.get("errorMessage").asString()).contains(message);
    assertThat(error.get("stackTrace").get(0).asString()).isNotEmpty();
    assertThat(lastPost().path()).endsWith("/error");
    stream("nothing");
  }

  private JsonNode trailers(InvocationOutcome outcome, String type) {
    List<Header> trailers = outcome.trailers();
    assertThat(trailers).hasSize(2);
    assertThat(trailers.get(0)).isEqualTo(new Header("Lambda-Runtime-Function-Error-Type", type));
    assertThat(trailers.get(1).name()).isEqualTo("Lambda-Runtime-Function-Error-Body");
    byte[] json = Base64.getDecoder().decode(trailers.get(1).value());
    return RuntimeProcess.json(new String(json, StandardCharsets.UTF_8));
  }

  @Test
  void aFailureMidwayTravelsInTheTrailers() throws Exception {
    InvocationOutcome outcome = stream("fail midway");
    assertThat(outcome.text()).isEqualTo("half!");
    JsonNode error = trailers(outcome, "Function.IllegalStateException");
    assertThat(error.get("errorMessage").asString()).isEqualTo("midway");
    assertThat(error.get("errorType").asString()).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.get("stackTrace").get(0).asString()).startsWith("com.example.Streams.handle(");
    assertThat(stream("next").text()).isEqualTo("next");
    assertThat(function.logged("midway")).isEqualTo(1);
  }

  /** Go's HTTP server, which Lambda's side is written with, reads trailers of 4 KB at most. */
  @Test
  void theTrailersStayBelowFourKilobytes() throws Exception {
    InvocationOutcome outcome = stream("fail at length");
    JsonNode error = trailers(outcome, "Function.IllegalStateException");
    assertThat(error.get("errorMessage").asString())
        .startsWith("\u20ac\"\u20ac\"")
        .endsWith("\u2026");
    assertThat(error.get("stackTrace").size()).isGreaterThan(5);
    int size = 2;
    for (Header trailer : outcome.trailers()) {
      size += trailer.name().length() + 2 + trailer.value().length() + 2;
    }
    assertThat(size).isBetween(2000, 4096);
  }

  @Test
  void nothingIsWrittenAfterClose() throws Exception {
    assertThat(stream("closed").text()).isEqualTo("a");
    assertThat(function.logged("refused: The response stream is closed")).isEqualTo(1);
  }

  @Test
  void aStreamThatWasKeptNeverWritesIntoTheNextResponse() throws Exception {
    assertThat(stream("leak").text()).isEqualTo("a");
    assertThat(stream("use the leak").text()).isEqualTo("bc");
    assertThat(function.log()).doesNotContain("written\n", "flushed\n");
    assertThat(function.logged("refused: The invocation of this response stream")).isEqualTo(1);
    int before = logged();
    assertThat(stream("leak").text()).isEqualTo("a");
    assertThat(function.fail("7.5e").get("errorMessage").asString()).isNotEmpty();
    assertThat(logged()).isGreaterThan(before);
  }

  @Test
  void errorsThatTheProcessDoesNotSurvive() throws Exception {
    try (RuntimeProcess doomed = RuntimeProcess.start(Streams.class)) {
      InvocationOutcome outcome = doomed.invoke("\"fill the heap\"");
      assertThat(outcome.text()).isEqualTo("a");
      trailers(outcome, "Function.OutOfMemoryError");
      assertThat(doomed.exitCode()).isEqualTo(1);
      assertThat(doomed.logged("as asked")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"a\": [1, 2]}", "not even JSON"})
  void bytes(String event) throws Exception {
    try (RuntimeProcess copy = RuntimeProcess.start(Streams.Copy.class)) {
      assertThat(copy.respond(event)).isEqualTo(event);
    }
  }

  @Test
  void plainAndGenericEvents() throws Exception {
    try (RuntimeProcess orders =
        RuntimeProcess.of(Streams.Orders.class.getName() + "::handle").start()) {
      assertThat(orders.respond("[{\"order-id\": \"7\"}, {\"order-id\": \"8\"}]"))
          .isEqualTo("7;8;");
      assertThat(orders.fail("[7]").get("errorMessage").asString()).isNotEmpty();
      assertThat(orders.respond("[]")).isEmpty();
    }
  }

  @Test
  void interceptorsSurroundIt() throws Exception {
    try (RuntimeProcess guarded = RuntimeProcess.start(Streams.Guarded.class)) {
      assertThat(guarded.respond("\"hello\"")).isEqualTo("hello!");
      assertThat(guarded.logged("before hello")).isEqualTo(1);
      assertThat(guarded.respond("\"skip\"")).isEmpty();
      assertThat(guarded.fail("\"spoil\"").get("errorMessage").asString())
          .contains("with null, not with java.lang.String");
    }
  }
}
