package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Jackson in the runtime's jar is Jackson, though the limits of its numbers lie elsewhere. */
class LazyDecimalsIT {
  private static final String OURS = "dev.thaw.runtime.jackson.relocated";
  private static final String JACKSON = "tools.jackson";

  private static final String PRICE =
      """
      package shop;
      import com.amazonaws.services.lambda.runtime.*;
      public class Price implements RequestHandler<Price.Order, Price.Order> {
        public static class Order {
          public String id;
          public int cents;
        }
        public Order handleRequest(Order order, Context context) {
          order.cents++;
          return order;
        }
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "2147483647.0, getIntValue",
    "2147483648.0, getIntValue",
    "-2147483648.0, getIntValue",
    "-2147483649.0, getIntValue",
    "9223372036854775807.0, getLongValue",
    "9223372036854775808.0, getLongValue",
    "-9223372036854775808.0, getLongValue",
    "-9223372036854775809.0, getLongValue"
  })
  void decimalsAreHeldAgainstTheSameLimits(String number, String method) throws Exception {
    URL jar = Layer.ROOT.resolve("thaw/lib/thaw-runtime-bootstrap.jar").toUri().toURL();
    URL annotations = Layer.ROOT.resolve("thaw/lib/jackson-annotations.jar").toUri().toURL();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar, annotations}, null)) {
      String ours = read(OURS, loader, number, method);
      assertThat(ours).isEqualTo(read(JACKSON, getClass().getClassLoader(), number, method));
      assertThat(ours).matches("(?s)-?[0-9]+|InputCoercionException.*");
    }
  }

  /** As a decimal first, then as what the method says; or the error's class and message. */
  private static String read(String library, ClassLoader loader, String number, String method)
      throws Exception {
    Object mapper =
        Class.forName(library + ".databind.json.JsonMapper", true, loader)
            .getConstructor()
            .newInstance();
    Object parser =
        mapper.getClass().getMethod("createParser", String.class).invoke(mapper, number);
    Class<?> type = Class.forName(library + ".core.JsonParser", true, loader);
    call(type, "nextToken", parser);
    call(type, "getDecimalValue", parser);
    try {
      return call(type, method, parser).toString();
    } catch (InvocationTargetException e) {
      Throwable cause = e.getTargetException();
      return cause.getClass().getSimpleName() + " " + cause.getMessage();
    }
  }

  private static Object call(Class<?> type, String name, Object object) throws Exception {
    Method method = type.getMethod(name);
    return method.invoke(object);
  }

  @Test
  void plainTypeStartsWithoutDecimals() throws Exception {
    Path taskRoot = folder.resolve("task");
    Functions.loose(taskRoot, Functions.compileAgainst(List.of(), Map.of("Price", PRICE)));
    Path log = folder.resolve("initialized");
    String option = "-Xlog:class+init=info:file=" + log;
    try (FunctionProcess function =
        Launch.of(taskRoot, "shop.Price").with("JAVA_TOOL_OPTIONS", option).start()) {
      assertThat(function.invoke("{\"id\":\"a\",\"cents\":1}"))
          .isEqualTo("{\"id\":\"a\",\"cents\":2}");
    }
    assertThat(Files.readString(log))
        .contains("Initializing 'dev/thaw/runtime/jackson/relocated/core/base/ParserMinimalBase'")
        .doesNotContain("Initializing 'java/math/BigDecimal'");
  }
}
