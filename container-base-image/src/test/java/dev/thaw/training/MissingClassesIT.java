package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.local.InvocationOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that cannot be found or linked, in the JRE and the layout that functions really get. */
class MissingClassesIT {
  private static final String ORDERS =
      """
      package shop;
      import com.amazonaws.services.lambda.runtime.*;
      public class Orders extends Base implements RequestHandler<String, String> {
        public String handleRequest(String event, Context context) {
          return event.equals("base") ? Base.name() : new java.awt.Color(7).toString();
        }
      }
      """;
  private static final String BASE =
      "package shop; public class Base { public static String name() { return \"base\"; } }";

  @TempDir private Path task;

  private static Map<String, byte[]> compiled() {
    return Functions.compileAgainst(List.of(), Map.of("Orders", ORDERS, "Base", BASE));
  }

  private String initError(String handler) throws Exception {
    try (FunctionProcess function = Launch.of(task, handler).start()) {
      String error = function.initError();
      assertThat(function.exit()).isNotZero();
      return error;
    }
  }

  @Test
  void aClassOfTheJdkThatTheJreLacks() throws Exception {
    Functions.loose(task, compiled());
    try (FunctionProcess function = Launch.of(task, "shop.Orders").start()) {
      assertThat(function.invoke("\"base\"")).isEqualTo("\"base\"");
      InvocationOutcome outcome = function.outcome("\"color\"");
      assertThat(outcome.text())
          .contains("java.awt.Color is in the JDK module java.desktop, which this runtime's JRE");
      assertThat(function.invoke("\"base\"")).isEqualTo("\"base\"");
    }
  }

  @Test
  void aClassOfTheJdkThatTheJreLacksInTheInitPhase() throws Exception {
    String panel =
        """
        package shop;
        import com.amazonaws.services.lambda.runtime.*;
        public class Panel extends javax.swing.JPanel implements RequestHandler<String, String> {
          public String handleRequest(String event, Context context) { return event; }
        }
        """;
    Functions.loose(task, Functions.compileAgainst(List.of(), Map.of("Panel", panel)));
    assertThat(initError("shop.Panel"))
        .contains("java.lang.NoClassDefFoundError")
        .contains("javax.swing.JPanel is in the JDK module java.desktop");
  }

  @Test
  void aClassThatNobodyHas() throws Exception {
    Map<String, byte[]> classes = compiled();
    classes.remove("shop/Base.class");
    Functions.jar(task.resolve("lib/orders.jar"), classes);
    assertThat(initError("shop.Orders"))
        .contains("java.lang.NoClassDefFoundError")
        .contains("shop/Base - ")
        .contains("add the jar that holds it to the function's lib/");
  }

  @Test
  void aClassCompiledForANewerJava() throws Exception {
    Map<String, byte[]> classes = compiled();
    int ours = Runtime.version().feature();
    byte[] orders = Objects.requireNonNull(classes.get("shop/Orders.class"));
    orders[7] = (byte) (44 + ours + 1); // the low byte of its version
    Functions.loose(task, classes);
    assertThat(initError("shop.Orders"))
        .contains("java.lang.UnsupportedClassVersionError")
        .contains("for Java " + ours + " or older");
  }

  @Test
  void aHandlerSettingInTheWrongCase() throws Exception {
    Functions.loose(task, compiled());
    assertThat(initError("shop.orders"))
        .contains("There is no class shop.orders")
        .contains("check the handler setting");
    assertThat(initError("Shop.Orders")).contains("check the handler setting");
  }
}
