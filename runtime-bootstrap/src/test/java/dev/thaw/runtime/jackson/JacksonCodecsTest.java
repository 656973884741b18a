package dev.thaw.runtime.jackson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import java.beans.ConstructorProperties;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JacksonCodecsTest {
  private final JacksonCodecs codecs = new JacksonCodecs();

  @Test
  void readsBeansRecordsAndAnnotations() {
    Basket basket =
        (Basket)
            read(
                Basket.class,
                "{\"owner\":\"Ada\",\"paid\":true,\"unknown\":{},\"lines\":[{\"sku\":\"cup\",\"n\":2}]}");
    assertThat(basket.owner).isEqualTo("Ada");
    assertThat(basket.paid).isTrue();
    assertThat(basket.lines).containsExactly(new Line("cup", 2));
  }

  @Test
  void readsASingleValueAsAList() {
    Basket basket = (Basket) read(Basket.class, "{\"lines\":{\"sku\":\"cup\",\"n\":1}}");
    assertThat(basket.lines).containsExactly(new Line("cup", 1));
  }

  @Test
  void writesWithoutNulls() {
    assertThat(write(Line.class, new Line("cup", 2))).isEqualTo("{\"sku\":\"cup\",\"n\":2}");
    assertThat(write(Line.class, new Line(null, 0))).isEqualTo("{\"n\":0}");
  }

  /** AWS's mapper is relocated together with its annotations, so it sees none of these. */
  @Test
  void honoursTheUsersAnnotations() {
    Annotated read =
        (Annotated)
            read(
                Annotated.class,
                "{\"old-name\":\"n\",\"secret\":\"s\",\"day\":\"14.11.2023\",\"made\":\"m\"}");
    assertThat(read.name).isEqualTo("n");
    assertThat(read.secret).isEqualTo("none");
    assertThat(read.day).isEqualTo(LocalDate.of(2023, 11, 14));
    assertThat(read.made()).isEqualTo("m");
    assertThat(write(Annotated.class, read))
        .isEqualTo("{\"day\":\"14.11.2023\",\"name\":\"n\",\"nothing\":null}");
  }

  @Test
  void knowsOneTypeForReadingAndWriting() {
    Codec<?> codec = codecs.reading(Line.class);
    JsonWriter out = new JsonWriter();
    write(codec, out, new Line("tea", 3));
    assertThat(text(out)).isEqualTo("{\"sku\":\"tea\",\"n\":3}");
  }

  /** The JRE that ships has no java.desktop: what is tested on a whole JDK must not differ. */
  @Test
  void leavesAnnotationsOfJavaBeansAlone() {
    assertThat(write(Point.class, new Point(1))).isEqualTo("{\"x\":1}");
    assertThat(((Point) read(Point.class, "{\"x\":4}")).x).isEqualTo(4);
  }

  private Object read(Type type, String json) {
    byte[] bytes = json.getBytes(UTF_8);
    return Objects.requireNonNull(
        codecs.reading(type).read(new JsonReader(bytes, 0, bytes.length)));
  }

  private String write(Type type, Object value) {
    JsonWriter out = new JsonWriter();
    write(codecs.writing(type), out, value);
    return text(out);
  }

  @SuppressWarnings("unchecked")
  private static void write(Codec<?> codec, JsonWriter out, Object value) {
    ((Codec<Object>) codec).write(out, value);
  }

  private static String text(JsonWriter out) {
    return new String(out.array(), 0, out.size(), UTF_8);
  }

  record Line(@Nullable String sku, @JsonProperty("n") int count) {}

  @JsonPropertyOrder({"day", "name"})
  static final class Annotated {
    private final String made;

    @JsonAlias("old-name")
    public String name = "";

    @JsonIgnore public String secret = "none";

    @JsonFormat(pattern = "dd.MM.yyyy")
    public @Nullable LocalDate day;

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public @Nullable String nothing;

    @JsonCreator
    private Annotated(@JsonProperty("made") String made) {
      this.made = made;
    }

    String made() {
      return made;
    }
  }

  static final class Basket {
    private String owner = "";
    private boolean paid;
    private List<Line> lines = List.of();

    public void setOwner(String owner) {
      this.owner = owner;
    }

    public void setPaid(boolean paid) {
      this.paid = paid;
    }

    public void setLines(List<Line> lines) {
      this.lines = lines;
    }
  }

  static final class Point {
    private int x;

    Point() {}

    @ConstructorProperties("wrong")
    Point(int x) {
      this.x = x;
    }

    public int getX() {
      return x;
    }

    public void setX(int x) {
      this.x = x;
    }
  }
}
