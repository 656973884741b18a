package dev.thaw.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.thaw.http.HttpException;
import dev.thaw.http.HttpRequest;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How codecs of users' types are found, and what they say of wrong JSON; that their values are
 * databind's is tested beside.
 */
@NullUnmarked // JSON leaves out what it likes
class UserCodecTest {

  @GenerateCodec
  record Order(@JsonName("order-id") String id, List<Line> lines, @Nullable Order next) {}

  record Line(String sku, int count) {}

  @GenerateCodec
  record Page<T>(List<T> items, @Nullable T first, Map<String, T> named) {}

  record Pages(Page<Order> orders) {}

  @GenerateCodec
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  sealed interface Shape {}

  record Circle(int radius, @Nullable Shape inside) implements Shape {}

  record Square(int side) implements Shape {}

  @Test
  void aTypeOfThePackageAloneIsFoundAndRead() {
    Order order = read("{'order-id':'a','lines':[{'sku':'x','count':2}],'next':{}}", Order.class);
    assertThat(order)
        .isEqualTo(new Order("a", List.of(new Line("x", 2)), new Order(null, null, null)));
    assertThat(write(order, Json.codec(Order.class)))
        .isEqualTo("{'order-id':'a','lines':[{'sku':'x','count':2}],'next':{}}");
  }

  @Test
  void aGenericTypeTakesTheCodecsOfItsArguments() {
    RecordComponent component = Pages.class.getRecordComponents()[0];
    @SuppressWarnings("unchecked") // the type of that component
    Codec<Page<Order>> codec = (Codec<Page<Order>>) Json.codec(component.getGenericType());
    String json =
        "{'items':[{'order-id':'a'},null],'first':{'order-id':'b'},'named':{'c':{'order-id':'d'}}}";
    Page<Order> page = Json.read(bytes(json), codec);
    assertThat(page.items()).containsExactly(new Order("a", null, null), null);
    assertThat(page.named()).containsEntry("c", new Order("d", null, null));
    assertThat(write(page, codec)).isEqualTo(json);
  }

  @Test
  void theClassIsToldByItsNameWhereverThatStands() {
    Shape shape = new Circle(3, new Square(2));
    String json = "{'kind':'Circle','radius':3,'inside':{'kind':'Square','side':2}}";
    assertThat(read(json, Shape.class)).isEqualTo(shape);
    assertThat(
            read("{'inside':{'side':2,'kind':'Square'},'radius':3,'kind':'Circle'}", Shape.class))
        .isEqualTo(shape);
    assertThat(write(shape, Json.codec(Shape.class))).isEqualTo(json);
  }

  @Test
  void saysWhereAValueIsWrong() {
    fails("{'lines':[{'count':1},{'count':'two'}]}", Order.class, "$.lines[1].count", 31);
    fails("{'lines':[{'count':99999999999}]}", Order.class, "$.lines[0].count", 19);
    fails("{'next':{'lines':{'sku':[1,2]}}}", Order.class, "$.next.lines.sku[1]", 27);
    fails("{'kind':'Circle','inside':{'kind':'Cube'}}", Shape.class, "$.inside", 26);
    fails("{'inside':{'side':2}}", Shape.class, "$", 0);
    fails("{'radius':3,'inside':[}", Shape.class, "$.inside[0]", 22);
  }

  @GenerateCodec
  record Basket(List<Count> counts, @Nullable Price price, Map<String, Bean> beans) {}

  record Count(int value) {
    Count {
      if (value < 0) {
        throw new IllegalArgumentException("Count " + value + " is negative");
      }
    }
  }

  record Price(@JsonValue int cents) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Price of(int cents) {
      if (cents > 0) {
        throw new UnsupportedOperationException();
      }
      return new Price(cents);
    }
  }

  @GenerateCodec
  static final class Bean {
    public void setName(String name) {
      if (!name.isEmpty()) {
        throw new IllegalStateException(name);
      }
    }

    public String getName() {
      return "";
    }
  }

  @Test
  void saysWhereAClassRefusesItsValues() {
    fails("{'counts':[{'value':1},{'value':-2}]}", Basket.class, "$.counts[1]", 35);
    fails("{'counts':[],'price': 7 }", Basket.class, "$.price", 23);
    fails("{'beans':{'a':{'name':'x'}}}", Basket.class, "$.beans.a.name", 25);
    assertThatThrownBy(() -> read("{'counts':[{'value':-2}]}", Basket.class))
        .hasMessage(
            "Refused with java.lang.IllegalArgumentException: Count -2 is negative"
                + " at $.counts[0] (byte 23)")
        .hasCauseExactlyInstanceOf(IllegalArgumentException.class);
  }

  /** The message of a constructor may hold values, which no client gets. */
  @Test
  void whatAClassRefusesIsAnsweredWithoutValues() {
    HttpRequest request =
        HttpRequest.builder("POST", "/").json("{\"counts\":[{\"value\":-2}]}").build();
    assertThatThrownBy(() -> request.json(Basket.class))
        .isInstanceOfSatisfying(
            HttpException.class,
            e -> {
              assertThat(e.status()).isEqualTo(400);
              assertThat(e.response().text())
                  .contains("$.counts[0]")
                  .doesNotContain("-2", "Illegal");
            })
        .hasStackTraceContaining("Count -2 is negative");
  }

  record Taken(String name) {
    Taken {
      throw new HttpException(409, "The name is taken");
    }
  }

  @GenerateCodec
  record Registration(Taken taken) {}

  @Test
  void anAnswerThatAConstructorThrowsIsTheAnswer() {
    HttpRequest request = HttpRequest.builder("POST", "/").json("{\"taken\":{}}").build();
    assertThatThrownBy(() -> request.json(Registration.class)).hasMessage("The name is taken");
  }

  @Test
  void saysWhatToDoWithoutACodec() {
    String annotate = ": annotate it with @GenerateCodec";
    String property = ": ask for that of a class of your own, with @GenerateCodec, that has it";
    says(Line.class, annotate);
    says(List.class, property);
    says(Map.class, property);
    says(int.class, property);
    says(Line[].class, property);
    says(BoxOfPattern.class.getRecordComponents()[0].getGenericType(), property);
  }

  record BoxOfPattern(List<Pattern> patterns) {}

  private static void says(Type type, String advice) {
    assertThatThrownBy(() -> Json.codec(type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no codec for " + type.getTypeName() + advice);
  }

  private static void fails(String json, Class<?> type, String path, int offset) {
    assertThatThrownBy(() -> read(json, type))
        .isInstanceOfSatisfying(
            JsonException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.offset()).isEqualTo(offset);
            });
  }

  private static <T> T read(String json, Class<T> type) {
    T value = Json.read(bytes(json), type);
    assertThat(value).isNotNull();
    return value;
  }

  private static <T> String write(T value, Codec<T> codec) {
    return new String(Json.write(value, codec), UTF_8).replace('"', '\'');
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(UTF_8);
  }
}
