package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Failures;
import com.example.Shapes;
import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.ReceivedRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What callers and the log learn of a handler that fails; the process goes on. */
class FunctionErrorTest {
  private static RuntimeProcess function;

  @BeforeAll
  static void start() throws Exception {
    function = RuntimeProcess.start(Failures.class);
  }

  @AfterAll
  static void stop() throws Exception {
    function.close();
  }

  @AfterEach
  void theLoopGoesOn() throws Exception {
    assertThat(function.respond("\"fine\"")).isEqualTo("\"fine\"");
  }

  private static ReceivedRequest lastPost(RuntimeProcess process) {
    List<ReceivedRequest> posts =
        process.requests().stream().filter(request -> request.method().equals("POST")).toList();
    return posts.getLast();
  }

  private static String errorType() {
    return String.valueOf(lastPost(function).header("Lambda-Runtime-Function-Error-Type"));
  }

  @Test
  void anExceptionWithItsTypeMessageAndFrames() throws Exception {
    JsonNode error = function.fail("\"plain\"");
    assertThat(error.propertyNames()).containsExactly("errorMessage", "errorType", "stackTrace");
    assertThat(error.get("errorMessage").asString()).isEqualTo("The stock is empty");
    assertThat(error.get("errorType").asString()).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.get("stackTrace").size()).isPositive();
    assertThat(error.get("stackTrace").get(0).asString())
        .startsWith("com.example.Failures.handle(Failures.java:");
    assertThat(error.get("stackTrace").toString()).doesNotContain("dev.thaw.runtime");

    ReceivedRequest post = lastPost(function);
    assertThat(post.path()).endsWith("/error");
    assertThat(post.header("Content-Type")).isEqualTo("application/vnd.aws.lambda.error+json");
    assertThat(errorType()).isEqualTo("Function.IllegalStateException");
    assertThat(function.logged("java.lang.IllegalStateException: The stock is empty")).isEqualTo(1);
    assertThat(function.log()).contains("\tat com.example.Failures.handle(Failures.java:");
  }

  @Test
  void typesThatLambdaWouldThrowAwayAreReplaced() throws Exception {
    function.fail("\"checked\"");
    assertThat(errorType()).isEqualTo("Function.OrderException");
    function.fail("\"error\"");
    assertThat(errorType()).isEqualTo("Function.AssertionError");
    for (String event : List.of("\"numbered\"", "\"anonymous\"")) {
      function.fail(event);
      assertThat(errorType()).matches("Function\\.[A-Z][a-zA-Z]+");
    }
  }

  @Test
  void causesAndSuppressedOnes() throws Exception {
    JsonNode error = function.fail("\"cause\"");
    assertThat(error.at("/cause/errorMessage").asString()).isEqualTo("inner");
    assertThat(error.at("/cause/errorType").asString())
        .isEqualTo("com.example.Failures$OrderException");
    assertThat(error.at("/cause/stackTrace/0").asString()).startsWith("com.example.Failures");
    assertThat(error.at("/suppressed/0/errorMessage").asString()).isEqualTo("while closing");
    assertThat(error.at("/suppressed/0/errorType").asString()).isEqualTo("java.io.IOException");
    assertThat(function.logged("Caused by: com.example.Failures$OrderException: inner"))
        .isEqualTo(1);
    assertThat(function.logged("Suppressed: java.io.IOException: while closing")).isEqualTo(1);
  }

  @Test
  void causesInACircle() throws Exception {
    JsonNode error = function.fail("\"cycle\"");
    assertThat(error.get("errorMessage").asString()).isEqualTo("outer");
    assertThat(error.at("/cause/errorMessage").asString()).isEqualTo("inner");
    assertThat(error.at("/cause").has("cause")).isFalse();
  }

  @Test
  void aThousandCausesAreCutShort() throws Exception {
    String error = function.fail("\"deep\"").toString();
    assertThat(error).contains("\"errorMessage\":\"998\"").doesNotContain("\"errorMessage\":\"1\"");
  }

  @Test
  void messagesThatAreMissingOrCannotBeHad() throws Exception {
    assertThat(function.fail("\"null message\"").get("errorMessage").asString())
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(function.fail("\"throwing message\"").get("errorType").asString())
        .isEqualTo("com.example.Failures$Hostile");
    assertThat(function.fail("\"erring message\"").get("errorType").asString())
        .isEqualTo("com.example.Failures$Hostile");
    assertThat(function.fail("\"throwing cause\"").get("errorMessage").asString())
        .isEqualTo("hostile");
  }

  @Test
  void halfSurrogatePairsAreReplaced() throws Exception {
    assertThat(function.fail("\"surrogates\"").get("errorMessage").asString())
        .isEqualTo("a\ufffdb\ufffdc\ud83d\ude00d");
  }

  @Test
  void aMessageOfAMegabyteIsCut() throws Exception {
    InvocationOutcome outcome = function.invoke("\"long message\"");
    assertThat(outcome.succeeded()).isFalse();
    assertThat(RuntimeProcess.json(outcome).get("errorMessage").asString()).startsWith("mmm");
    // Lambda's limit for an asynchronous payload: what a destination can still take.
    assertThat(outcome.payload().length).isLessThan(256 * 1024);
    assertThat(function.log().lines().filter(line -> line.contains("mmmmm")).count()).isEqualTo(1);
  }

  @Test
  void endlessRecursion() throws Exception {
    InvocationOutcome outcome = function.invoke("\"recursion\"");
    JsonNode error = RuntimeProcess.json(outcome);
    assertThat(outcome.errorType()).isEqualTo("Function.StackOverflowError");
    assertThat(error.get("errorType").asString()).isEqualTo("java.lang.StackOverflowError");
    assertThat(error.get("stackTrace").size()).isBetween(1, 1024);
  }

  @Test
  void anInterruptDoesNotReachTheNextInvocation() throws Exception {
    function.respond("\"interrupt\"");
    assertThat(function.respond("\"interrupted?\"")).isEqualTo("\"false\"");
    function.fail("\"interrupt and fail\"");
    assertThat(function.respond("\"interrupted?\"")).isEqualTo("\"false\"");
  }

  @Test
  void anEventThatIsNotJsonNamesThePlace() throws Exception {
    assertThat(function.fail("{\"a\":1}").get("errorMessage").asString()).contains("$");
    assertThat(function.fail("\"a\" x").get("errorMessage").asString()).isNotEmpty();
    assertThat(function.fail("").get("errorMessage").asString()).isNotEmpty();
    try (RuntimeProcess typed = RuntimeProcess.start(com.example.Events.class)) {
      JsonNode error = typed.fail("{\"Records\":[{\"body\":\"a\"},{\"attributes\":7}]}");
      assertThat(error.get("errorMessage").asString()).contains("$.Records[1].attributes");
      assertThat(typed.respond("{\"Records\":[{\"body\":\"a\"}]}")).isEqualTo("1");
    }
  }

  @Test
  void aResponseThatLambdaWouldRefuseIsAnErrorOfTheFunction() throws Exception {
    try (RuntimeProcess raw = RuntimeProcess.start(Shapes.Raw.class)) {
      assertThat(raw.respond("6291556")).hasSize(6_291_556);
      InvocationOutcome outcome = raw.invoke("6291557");
      assertThat(outcome.errorType()).isEqualTo("Function.ResponseSizeTooLarge");
      assertThat(outcome.text()).contains("6291557").contains("6291556");
      assertThat(lastPost(raw).path()).endsWith("/error");
      assertThat(raw.respond("9")).isEqualTo("\"xxxxxxx\"");
    }
  }

  @Test
  void aFullHeapIsReportedAndEndsTheProcess() throws Exception {
    try (RuntimeProcess small = RuntimeProcess.of(Failures.class).option("-Xmx24m").start()) {
      InvocationOutcome outcome = small.invoke("\"heap\"");
      assertThat(outcome.errorType()).isEqualTo("Function.OutOfMemoryError");
      assertThat(outcome.text()).contains("java.lang.OutOfMemoryError");
      assertThat(small.exitCode()).isNotZero();
      assertThat(small.logged("java.lang.OutOfMemoryError")).isEqualTo(1);
    }
  }
}
