package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Breakdowns;
import com.example.Starts;
import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.ReceivedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What goes to callers, X-Ray and the log is well-formed and bounded, whatever was thrown. */
class ErrorReportTest {
  private static RuntimeProcess function;

  @BeforeAll
  static void start() throws Exception {
    function = RuntimeProcess.start(Breakdowns.class);
  }

  @AfterAll
  static void stop() throws Exception {
    function.close();
  }

  @AfterEach
  void theLoopGoesOn() throws Exception {
    assertThat(function.respond("\"fine\"")).isEqualTo("\"fine\"");
  }

  /** The header as it came, which Lambda takes up to 64 KiB of. */
  private static String causeHeader(RuntimeProcess process) {
    ReceivedRequest post =
        process.api().requests().stream()
            .filter(request -> request.path().endsWith("/error"))
            .reduce((first, second) -> second)
            .orElseThrow();
    String header = post.header("Lambda-Runtime-Function-XRay-Error-Cause");
    assertThat(header).isNotNull().hasSizeLessThanOrEqualTo(64 * 1024).matches("[\\x20-\\x7e]+");
    return String.valueOf(header);
  }

  @Test
  void xrayLearnsOfTheExceptionAndItsCause() throws Exception {
    JsonNode error = function.fail("\"x-ray\"");
    JsonNode cause = RuntimeProcess.json(causeHeader(function));
    assertThat(cause.propertyNames()).containsExactly("working_directory", "exceptions", "paths");
    assertThat(cause.get("working_directory").asString()).isEqualTo(System.getProperty("user.dir"));
    assertThat(cause.get("exceptions").size()).isEqualTo(2);
    JsonNode outer = cause.at("/exceptions/0");
    assertThat(outer.get("message").asString()).isEqualTo("outer");
    assertThat(outer.get("type").asString()).isEqualTo("java.lang.IllegalStateException");
    assertThat(outer.get("stack").size()).isEqualTo(error.get("stackTrace").size());
    assertThat(outer.at("/stack/0/label").asString()).isEqualTo("handle");
    assertThat(outer.at("/stack/0/path").asString()).isEqualTo("Breakdowns.java");
    assertThat(outer.at("/stack/0/line").asInt()).isPositive();
    assertThat(cause.at("/exceptions/1/message").asString()).isEqualTo("inner");
    assertThat(cause.at("/exceptions/1/type").asString()).isEqualTo("java.io.IOException");
  }

  @Test
  void xrayLearnsOfAFailedInit() throws Exception {
    try (RuntimeProcess broken = RuntimeProcess.start(Starts.Throwing.class)) {
      broken.initError();
      JsonNode cause = RuntimeProcess.json(causeHeader(broken));
      assertThat(cause.at("/exceptions/0/message").asString()).isEqualTo("No table there");
      assertThat(cause.at("/exceptions/0/stack/0/label").asString()).isEqualTo("<init>");
    }
  }

  @Test
  void theHeaderHoldsAnyMessage() throws Exception {
    InvocationOutcome outcome = function.invoke("\"not ascii\"");
    String message = "\u00e4\r\nX-Header: 1\u0000\"\\\u007f\ud83d\ude00";
    assertThat(RuntimeProcess.json(outcome).get("errorMessage").asString())
        .isEqualTo(message + '\ufffd');
    assertThat(RuntimeProcess.json(causeHeader(function)).at("/exceptions/0/message").asString())
        .startsWith(message);
  }

  @Test
  void framesBelowTheHandlerAreCut() throws Exception {
    JsonNode error = function.fail("\"frames\"");
    assertThat(error.get("stackTrace").size()).isEqualTo(4);
    assertThat(error.at("/stackTrace/2").asString()).contains("java.lang.reflect.Method.invoke");
    assertThat(error.at("/stackTrace/3").asString()).contains("com.example.Orders.handle");
    JsonNode cause = RuntimeProcess.json(causeHeader(function));
    assertThat(cause.at("/exceptions/0/stack").size()).isEqualTo(4);
    assertThat(cause.at("/exceptions/0/stack/3/path").asString()).isEqualTo("Orders.java");
    assertThat(function.log()).doesNotContain("dev.thaw.runtime.Anything");
  }

  @ParameterizedTest
  @ValueSource(strings = {"huge", "many causes", "many suppressed"})
  void whatIsHugeIsCutToWhatLambdaAndItsDestinationsTake(String event) throws Exception {
    int before = function.log().length();
    InvocationOutcome outcome = function.invoke('"' + event + '"');
    assertThat(outcome.errorType()).isEqualTo("Function.Exception");
    assertThat(outcome.payload()).hasSizeLessThan(256 * 1024);
    assertThat(RuntimeProcess.json(outcome).get("errorType").asString())
        .isEqualTo("java.lang.Exception");
    assertThat(RuntimeProcess.json(causeHeader(function)).get("exceptions").size()).isPositive();
    assertThat(function.log().length() - before).isBetween(100, 512 * 1024);
  }

  @Test
  void anExceptionThatSaysNothingOfItself() throws Exception {
    JsonNode error = function.fail("\"nulls\"");
    assertThat(error.get("errorMessage").asString()).isEqualTo("com.example.Breakdowns$Nulls");
    assertThat(error.get("stackTrace").size()).isZero();
    assertThat(error.has("cause")).isFalse();
    assertThat(function.logged("com.example.Breakdowns$Nulls\n")).isEqualTo(1);
  }

  @Test
  void aStaticInitializerThatThrows() throws Exception {
    JsonNode first = function.fail("\"static\"");
    assertThat(first.get("errorType").asString())
        .isEqualTo("java.lang.ExceptionInInitializerError");
    assertThat(first.get("errorMessage").asString())
        .contains("A static initializer threw ")
        .endsWith(": No name for it");
    assertThat(first.at("/cause/errorMessage").asString()).isEqualTo("No name for it");
    JsonNode second = function.fail("\"static\"");
    assertThat(second.get("errorType").asString()).isEqualTo("java.lang.NoClassDefFoundError");
    assertThat(second.get("errorMessage").asString())
        .contains("com.example.Breakdowns$Unready")
        .contains("static initializer");
    if (!Executable.areTested()) {
      // GraalVM does not keep what a class failed with.
      assertThat(second.at("/cause/errorMessage").asString()).contains("No name for it");
    }
  }

  @Test
  @JvmOnly("an executable has no JRE")
  void aClassOfAModuleThatTheJreLacks() throws Exception {
    try (RuntimeProcess limited =
        RuntimeProcess.of(Breakdowns.class)
            .option("--limit-modules=java.base,java.sql,java.management,jdk.unsupported")
            .start()) {
      JsonNode error = limited.fail("\"color\"");
      assertThat(error.get("errorType").asString()).isEqualTo("java.lang.NoClassDefFoundError");
      assertThat(error.get("errorMessage").asString())
          .contains(
              "java.awt.Color is in the JDK module java.desktop, which this runtime's JRE does");
      assertThat(limited.log()).contains("java.awt.Color is in the JDK module java.desktop");
      assertThat(limited.fail("\"scripts\"").get("errorMessage").asString())
          .contains("javax.script.ScriptEngineManager is in the JDK module java.scripting");
      assertThat(limited.respond("\"fine\"")).isEqualTo("\"fine\"");
    }
  }
}
