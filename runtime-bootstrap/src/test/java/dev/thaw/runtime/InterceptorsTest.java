package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Intercepting;
import dev.thaw.handler.DeadlineGuard;
import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.InvocationRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Code around every invocation: named by the variable, and by the handler. */
class InterceptorsTest {
  private static final String HERE = "com.example.Intercepting$";

  private static RuntimeProcess start(Class<?> handler, String... interceptors) throws Exception {
    return with(handler, interceptors).start();
  }

  private static RuntimeProcess.Builder with(Class<?> handler, String... interceptors) {
    StringBuilder names = new StringBuilder();
    for (String interceptor : interceptors) {
      names.append(HERE).append(interceptor).append(" , ");
    }
    return RuntimeProcess.of(handler).variable("THAW_INTERCEPTORS", names.toString());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Intercepting.Echo.class,
        Intercepting.OldEcho.class,
        Intercepting.StreamEcho.class
      })
  void theFirstNamedIsTheOutermost(Class<?> handler) throws Exception {
    try (RuntimeProcess function = start(handler, "First", "Second")) {
      assertThat(function.respond("\"a\"")).isEqualTo("\"a\"");
      assertThat(function.log())
          .contains("enter First\nenter Second\nhandler\nleave Second\nleave First\n");
    }
  }

  @Test
  void thoseOfTheVariableStandAroundTheHandlersOwn() throws Exception {
    try (RuntimeProcess function =
        with(Intercepting.Own.class, "First", "Second").variable("TABLE", "t").start()) {
      assertThat(function.respond("\"a\"")).isEqualTo("\"a\"");
      assertThat(function.respond("\"b\"")).isEqualTo("\"b\"");
      assertThat(function.log()).contains("second has t\n");
      String round =
          """
          enter First
          enter Second
          enter own t
          enter own 2
          handler
          leave own 2
          leave own t
          leave Second
          leave First
          """;
      assertThat(function.log()).contains(round + round);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", " , ,"})
  void aVariableWithoutNamesMeansNone(String names) throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Intercepting.Echo.class).variable("THAW_INTERCEPTORS", names).start()) {
      assertThat(function.respond("\"a\"")).isEqualTo("\"a\"");
    }
  }

  @Test
  void anEventCanBeReplaced() throws Exception {
    try (RuntimeProcess function = start(Intercepting.OldEcho.class, "Replacing")) {
      assertThat(function.respond("\"a\"")).isEqualTo("\"a replaced\"");
    }
    try (RuntimeProcess function = start(Intercepting.StreamEcho.class, "Replacing")) {
      assertThat(function.respond("1")).isEqualTo("<1>");
    }
  }

  @Test
  void anInterceptorCanAnswerInTheHandlersPlace() throws Exception {
    try (RuntimeProcess function = start(Intercepting.Echo.class, "First", "Answering")) {
      assertThat(function.respond("\"a\"")).isEqualTo("\"answered\"");
      assertThat(function.log()).contains("enter First\nleave First\n").doesNotContain("handler");
    }
    try (RuntimeProcess function = start(Intercepting.StreamEcho.class, "Answering")) {
      assertThat(function.respond("\"a\"")).isEqualTo("\"answered in bytes\"");
    }
  }

  @Test
  void anAnswerOfTheWrongTypeFailsTheInvocationOnly() throws Exception {
    try (RuntimeProcess function = start(Intercepting.StreamEcho.class, "Mistaken")) {
      for (int i = 0; i < 2; i++) {
        JsonNode error = function.fail("1");
        assertThat(error.get("errorType").asString()).isEqualTo("java.lang.ClassCastException");
        assertThat(error.get("errorMessage").asString())
            .isEqualTo(
                "An interceptor must answer for this handler with a byte[], not with"
                    + " java.lang.String");
      }
    }
  }

  @Test
  void whatAnInterceptorThrowsFailsTheInvocationOnly() throws Exception {
    try (RuntimeProcess function = start(Intercepting.Echo.class, "First", "Refusing")) {
      for (int i = 0; i < 2; i++) {
        JsonNode error = function.fail("\"a\"");
        assertThat(error.get("errorType").asString()).isEqualTo("java.lang.SecurityException");
        assertThat(error.get("errorMessage").asString()).isEqualTo("not you");
      }
      assertThat(function.logged("leave First")).isEqualTo(2);
    }
  }

  @Test
  void aNameWithoutAClassIsAnInitError() throws Exception {
    assertThat(initError(with(Intercepting.Echo.class, "First", "Thirst")))
        .isEqualTo(
            "There is no class "
                + HERE
                + "Thirst, which the variable THAW_INTERCEPTORS names: check the name, and that its"
                + " jar stands in the function's lib/");
  }

  @Test
  void aClassThatIsNoInterceptorIsAnInitError() throws Exception {
    assertThat(initError(with(Intercepting.Echo.class, "Echo")))
        .isEqualTo(
            HERE
                + "Echo, which the variable THAW_INTERCEPTORS names, does not implement"
                + " dev.thaw.handler.Interceptor");
  }

  @Test
  void anInterceptorThatCannotBeBuiltIsAnInitError() throws Exception {
    assertThat(initError(with(Intercepting.Echo.class, "Broken"))).isEqualTo("cannot be built");
    assertThat(initError(with(Intercepting.Echo.class, "Base")))
        .isEqualTo(HERE + "Base is abstract and cannot be built");
  }

  /** One init error names what the variable's interceptors, the handler and its own lack. */
  @Test
  void allVariablesThatAreMissingAreNamedTogether() throws Exception {
    assertThat(initError(with(Intercepting.Lacking.class, "First", "Demanding")))
        .contains("AUDIT_TABLE is not set")
        .contains("SIZE is not set")
        .contains("NAME is not set");
    assertThat(initError(with(Intercepting.Lacking.class)))
        .contains("SIZE is not set")
        .contains("NAME is not set");
  }

  private static String initError(RuntimeProcess.Builder builder) throws Exception {
    try (RuntimeProcess function = builder.start()) {
      InvocationOutcome outcome = function.initError();
      assertThat(function.exitCode()).isEqualTo(1);
      return RuntimeProcess.json(outcome).get("errorMessage").asString();
    }
  }

  @Test
  void theDeadlineGuardReportsWhereTheTimeWent() throws Exception {
    try (RuntimeProcess function = guarded()) {
      function.respond("\"s0\""); // the first invocation is slow
      InvocationOutcome outcome = function.invoke(within(400, "\"s20000\""));
      JsonNode error = RuntimeProcess.json(outcome);
      assertThat(error.get("errorType").asString())
          .isEqualTo("dev.thaw.handler.DeadlineExceededException");
      assertThat(error.get("stackTrace").toString()).contains("Intercepting$Slow.handle");
      assertThat(outcome.text()).contains("java.lang.InterruptedException");
      assertThat(function.respond("\"interrupted?\"")).isEqualTo("\"false\"");
    }
  }

  @Test
  void theDeadlineGuardLogsWhereAHandlerSpins() throws Exception {
    try (RuntimeProcess function = guarded()) {
      function.respond("\"s0\"");
      assertThat(function.respond(within(400, "\"c500\""))).isEqualTo("\"done\"");
      assertThat(function.log())
          .contains("The handler goes on after it was interrupted")
          .contains("Intercepting$Slow.spin");
      assertThat(function.respond("\"interrupted?\"")).isEqualTo("\"false\"");
    }
  }

  private static RuntimeProcess guarded() throws Exception {
    return RuntimeProcess.of(Intercepting.Slow.class)
        .variable("THAW_INTERCEPTORS", DeadlineGuard.class.getName())
        .start();
  }

  private static InvocationRequest within(int millis, String event) {
    return InvocationRequest.of(event).deadline(Instant.now().plusMillis(millis));
  }
}
