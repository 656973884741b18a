package dev.thaw.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private final JsonWriter out = new JsonWriter(1);

  private String written() {
    return new String(out.array(), 0, out.size(), StandardCharsets.UTF_8);
  }

  @Test
  void writesADocument() {
    JsonNames names = JsonNames.of("first", "se\"cond");
    out.beginObject();
    out.name(names, 0);
    out.beginArray();
    out.value(1);
    out.value(Long.MIN_VALUE);
    out.value(0.5);
    out.value(new BigDecimal("1.50"));
    out.value(true);
    out.value((String) null);
    out.beginObject();
    out.endObject();
    out.beginArray();
    out.endArray();
    out.endArray();
    out.name(names, 1);
    out.value("text");
    out.name("größe");
    out.raw("{\"raw\" : 1}".getBytes(StandardCharsets.UTF_8));
    out.name("bytes");
    out.base64(ByteBuffer.wrap(new byte[] {0, 1, 2, 3}).position(1));
    out.endObject();
    assertThat(written())
        .isEqualTo(
            """
            {"first":[1,-9223372036854775808,0.5,1.50,true,null,{},[]],"se\\"cond":"text",\
            "größe":{"raw" : 1},"bytes":"AQID"}""");
  }

  @Test
  void leavesAByteBufferAsItIs() {
    ByteBuffer direct =
        ByteBuffer.allocateDirect(4).put(new byte[] {0, 1, 2, 3}).flip().position(2);
    out.base64(direct);
    assertThat(written()).isEqualTo("\"AgM=\"");
    assertThat(direct.position()).isEqualTo(2);
  }

  @Test
  void escapesOnlyWhatMustBe() {
    out.value("\"\\/\b\f\n\r\t\u0000\u001f\u007fé\u2028€😀");
    assertThat(written()).isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001F\u007fé\u2028€😀\"");
  }

  @Test
  void isBoundedInDepth() {
    out.beginObject();
    out.name("a");
    for (int depth = 2; depth <= 500; depth++) {
      out.beginArray();
    }
    assertThatThrownBy(out::beginArray)
        .isInstanceOf(JsonException.class)
        .hasMessageStartingWith("Nested deeper than 500 at $.a[0]")
        .hasMessageEndingWith("(byte 504)");
  }

  @Test
  void isUsedAgainAfterReset() {
    out.value("x".repeat(3 << 20));
    assertThat(out.size()).isEqualTo((3 << 20) + 2);
    out.reset();
    assertThat(out.array()).hasSizeLessThanOrEqualTo(1 << 20);
    out.value(7);
    assertThat(written()).isEqualTo("7");
  }
}
