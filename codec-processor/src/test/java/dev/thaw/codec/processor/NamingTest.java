package dev.thaw.codec.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names as databind's strategies make them; event-adapters compares them with databind itself. */
final class NamingTest {
  @Test
  void translates() {
    assertThat(Naming.SNAKE_CASE.translate("orderLineId")).isEqualTo("order_line_id");
    assertThat(Naming.UPPER_SNAKE_CASE.translate("orderLineId")).isEqualTo("ORDER_LINE_ID");
    assertThat(Naming.KEBAB_CASE.translate("orderLineId")).isEqualTo("order-line-id");
    assertThat(Naming.LOWER_DOT_CASE.translate("orderLineId")).isEqualTo("order.line.id");
    assertThat(Naming.UPPER_CAMEL_CASE.translate("orderLineId")).isEqualTo("OrderLineId");
    assertThat(Naming.LOWER_CASE.translate("orderLineId")).isEqualTo("orderlineid");
    assertThat(Naming.LOWER_CAMEL_CASE.translate("orderLineId")).isEqualTo("orderLineId");
    assertThat(Naming.SNAKE_CASE.translate("theURLPath")).isEqualTo("the_urlpath");
    assertThat(Naming.KEBAB_CASE.translate("theURLPath")).isEqualTo("the-url-path");
  }
}
