package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Shapes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every kind of handler, and how events and responses of plain types are read and written. */
class HandlerShapesTest {

  @Test
  void aHandlerOfStrings() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Shapes.Text.class)) {
      assertThat(function.respond("\"Grüße 😀 \\u0000\"")).isEqualTo("\"Grüße 😀 \\u0000\"");
      assertThat(function.respond("null")).isEqualTo("null");
      assertThat(function.respond(" 1.50 ")).isEqualTo("\"1.50\"");
      assertThat(function.respond("true")).isEqualTo("\"true\"");
    }
  }

  @Test
  void aRequestHandlerWithAndWithoutItsMethodsName() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Shapes.AwsText.class);
        RuntimeProcess named =
            RuntimeProcess.of(Shapes.AwsText.class.getName() + "::handleRequest").start()) {
      assertThat(function.respond("\"a\"")).isEqualTo("\"AWS a\"");
      assertThat(named.respond("\"b\"")).isEqualTo("\"AWS b\"");
    }
  }

  @Test
  void aRequestStreamHandlerGetsTheBytes() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Shapes.Streams.class)) {
      assertThat(function.respond("not json: é")).isEqualTo("NOT JSON: É");
      assertThat(function.respond("")).isEmpty();
    }
  }

  @Test
  void voidIsNull() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Shapes.Nothing.class)) {
      assertThat(function.respond("{}")).isEqualTo("null");
      assertThat(function.respond("null")).isEqualTo("null");
    }
  }

  @Test
  void aRecordOfTheUsers() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Shapes.Orders.class)) {
      JsonNode answer =
          RuntimeProcess.json(
              function.respond(
                  "{\"order-id\":\"Ü1\",\"count\":3,\"gift\":true,\"sum\":1.25,\"unknown\":[{}]}"));
      assertThat(answer)
          .isEqualTo(
              RuntimeProcess.json("{\"order-id\":\"Ü1\",\"count\":3,\"gift\":true,\"sum\":1.25}"));
      assertThat(RuntimeProcess.json(function.respond("{\"count\":null}")))
          .isEqualTo(RuntimeProcess.json("{\"count\":0,\"gift\":false}"));

      JsonNode error = function.fail("{\"order-id\":\"x\",\"count\":\"many\"}");
      assertThat(error.get("errorMessage").asString()).contains("count");
      assertThat(function.respond("{}")).contains("\"count\":0");
    }
  }

  @Test
  void aBeanOfTheUsersKeepsItsDefaults() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Shapes.Items.class)) {
      assertThat(RuntimeProcess.json(function.respond("{\"name\":\"pen\",\"weight\":1}")))
          .isEqualTo(RuntimeProcess.json("{\"name\":\"pen\",\"count\":7}"));
      assertThat(RuntimeProcess.json(function.respond("{\"count\":2}")))
          .isEqualTo(RuntimeProcess.json("{\"count\":2}"));
    }
  }

  @Test
  void aTypeThatASuperclassHasAsAParameter() throws Exception {
    try (RuntimeProcess direct = RuntimeProcess.start(Shapes.EchoOfOrder.class);
        RuntimeProcess list = RuntimeProcess.start(Shapes.FirstOrderId.class);
        RuntimeProcess bounded = RuntimeProcess.start(Shapes.Wishes.class)) {
      assertThat(direct.respond("{\"order-id\":\"a\"}")).contains("\"order-id\":\"a\"");
      assertThat(list.respond("[{\"order-id\":\"a\"}]")).contains("\"order-id\":\"a!\"");
      assertThat(bounded.respond("{\"wish\":\"peace\"}")).isEqualTo("\"wish peace\"");
    }
  }

  @Test
  void aParameterInsideOfAnotherType() throws Exception {
    try (RuntimeProcess list = RuntimeProcess.start(Shapes.FirstSpecialItem.class)) {
      assertThat(list.respond("[{\"wish\":\"peace\",\"other\":1}]"))
          .contains("\"wish\":\"peace\"")
          .doesNotContain("other");
    }
  }

  @Test
  void anEventOfSixMegabytes() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Shapes.Length.class)) {
      int length = 6 * 1024 * 1024 - 2;
      assertThat(function.respond('"' + "ü".repeat(length / 2) + '"'))
          .isEqualTo(Integer.toString(length / 2));
      assertThat(function.respond("\"small again\"")).isEqualTo("11");
    }
  }
}
