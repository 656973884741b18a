package dev.thaw.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.Methods;
import dev.thaw.codec.JsonWriter;
import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Interceptor;
import dev.thaw.handler.Invocation;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Settings that name a method. The shapes that AWS's runtime accepts are compared with that runtime
 * elsewhere; here is what only a process of ours can show, and what is ours alone.
 */
class NamedMethodTest {
  private static final String METHODS = Methods.class.getName();

  @Test
  void aMethodOfAProcessAndItsErrors() throws Exception {
    try (RuntimeProcess pojo =
            RuntimeProcess.of("com.example.ThawMethods::pojoAndInvocation").start();
        RuntimeProcess failing = RuntimeProcess.of(METHODS + "::failing").start()) {
      assertThat(pojo.respond("{\"x\":4}")).isEqualTo("\"4 orders\"");
      var error = failing.fail("{\"x\":4}");
      assertThat(error.get("errorType").asString()).isEqualTo("java.io.IOException");
      assertThat(error.get("errorMessage").asString()).isEqualTo("as asked 4");
      assertThat(error.at("/stackTrace/0").asString())
          .startsWith("com.example.Methods.failing(Methods.java:");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "nothing | not json | \"nothing\"",
        "contextOnly | not json | \"context\"",
        "pojo | {\"x\":1,\"y\":2} | {\"x\":2,\"y\":1}",
        "statically | \"Ada\" | \"static Ada\"",
        "inherited | {\"x\":1,\"y\":2} | {\"x\":1,\"y\":2}",
        "inheritedList | [{\"x\":1,\"y\":2},{\"x\":3,\"y\":4}] | [{\"x\":3,\"y\":4},{\"x\":1,\"y\":2}]",
        "inheritedArray | [{\"x\":1,\"y\":2}] | 1",
        "overridden | {\"x\":1} | \"sub 1\"",
        "overloaded | {} | \"point and context\"",
        "ownVariable | {\"a\":1} | 1",
        "handleRequest | \"a\" | \"interface a\"",
        "text | \"a\" | \"a!\"",
        "streams | a b | <a b>",
        "outputOnly | a | \"out\"",
        "inputOnly | a | null",
        "inputWithResult | a | null",
        "nothingBack | {} | null",
        "voidBack | {} | null"
      })
  void anyShape(String method, String event, String response) throws Throwable {
    assertThat(invoke(Interceptors.none(), METHODS + "::" + method, event)).isEqualTo(response);
  }

  @Test
  void aStaticMethodNeedsNoObject() throws Throwable {
    assertThat(invoke(Interceptors.none(), METHODS + "$Unbuilt::statically", "{\"x\":1}"))
        .isEqualTo("\"built nothing 1\"");
  }

  @Test
  void interceptorsSurroundEveryShape() throws Throwable {
    Interceptors wrapping =
        Interceptors.named(
            Environment.of(Map.of("THAW_INTERCEPTORS", Wrapping.class.getName())),
            Wrapping.class.getClassLoader());
    assertThat(invoke(wrapping, METHODS + "::nothing", "")).isEqualTo("\"(null nothing)\"");
    assertThat(invoke(wrapping, METHODS + "::text", "\"a\"")).isEqualTo("\"(a a!)\"");
    assertThat(invoke(wrapping, METHODS + "::streams", "a")).isEqualTo("<a>!");
  }

  /** Shows what it sees on both sides of the handler. */
  public static final class Wrapping implements Interceptor {
    @Override
    public @Nullable Object intercept(
        @Nullable Object event,
        Invocation invocation,
        Handler<@Nullable Object, @Nullable Object> next)
        throws Exception {
      Object response = next.handle(event, invocation);
      return response instanceof byte[] bytes
          ? (new String(bytes, UTF_8) + "!").getBytes(UTF_8)
          : "(" + event + " " + response + ")";
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "::missing | no public method missing; it has ",
        "::hidden | make hidden public",
        "::tooMany | tooMany(Point, Point, Point, Context): besides a Context",
        "::unfit | unfit(Point, Point): besides a Context",
        "::unfit | unfit(Context, Point): its Context is not the last parameter",
        "$Unbuilt::instance | is abstract and cannot be built",
        "$Closed::instance | has no public constructor"
      })
  @JvmOnly("no executable is built from it")
  void aMethodThatCannotBe(String setting, String message) throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of(METHODS + setting).start()) {
      var outcome = function.initError();
      assertThat(outcome.errorType()).isEqualTo("Runtime.BadFunctionCode");
      assertThat(RuntimeProcess.json(outcome).get("errorMessage").asString()).contains(message);
      assertThatThrownBy(() -> HandlerParts.of(METHODS + setting, Methods.class.getClassLoader()))
          .as("what the build of an executable says")
          .hasMessageContaining(message);
      assertThat(function.exitCode()).isNotZero();
    }
  }

  private static String invoke(Interceptors interceptors, String setting, String event)
      throws Throwable {
    HandlerLoader loader = new HandlerLoader(Environment.of(Map.of()), interceptors);
    Function function = loader.load(setting, Methods.class.getClassLoader()).function();
    Payload response =
        Objects.requireNonNull(
            function.invoke(
                Payload.of(event.getBytes(UTF_8)),
                Invocation.builder().awsRequestId("id").build(),
                new Exchange(new JsonWriter())));
    return new String(response.bytes(), response.offset(), response.length(), UTF_8);
  }
}
