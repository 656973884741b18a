package dev.thaw.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import dev.thaw.codec.JsonName;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Our own records: every one has a sample, and its codec does to it what databind does. */
class OwnEventsTest {
  private static final JsonMapper JACKSON = new JsonMapper();

  static List<Class<?>> own() throws Exception {
    return EventTypes.own();
  }

  @ParameterizedTest
  @MethodSource("own")
  void readsAsDatabindDoes(Class<?> type) throws Exception {
    byte[] json = Files.readAllBytes(EventTypes.sample(type));
    Type full = full(type);
    assertThat(Json.read(json, codec(full))).isEqualTo(Databind.read(full, json));
  }

  @ParameterizedTest
  @MethodSource("own")
  void writesWhatItRead(Class<?> type) throws Exception {
    byte[] json = Files.readAllBytes(EventTypes.sample(type));
    Type full = full(type);
    Object event = Databind.read(full, json);
    byte[] written = Json.write(event, codec(full));
    assertThat(JACKSON.readTree(written)).isEqualTo(JACKSON.readTree(Databind.write(full, event)));
    assertThat(said(written)).isEqualTo(said(json));
  }

  @ParameterizedTest
  @MethodSource("own")
  void readsAnEmptyObjectAsDatabindDoes(Class<?> type) throws Exception {
    byte[] json = {'{', '}'};
    Type full = full(type);
    assertThat(Json.read(json, codec(full))).isEqualTo(Databind.read(full, json));
  }

  static Stream<Class<?>> events() throws Exception {
    return EventTypes.own().stream().filter(type -> !type.getSimpleName().endsWith("Response"));
  }

  /** What AWS adds to its events tomorrow must not break a function. */
  @ParameterizedTest
  @MethodSource("events")
  void passesOverWhatItDoesNotKnow(Class<?> type) throws Exception {
    byte[] json = Files.readAllBytes(EventTypes.sample(type));
    Type full = full(type);
    JsonNode more = JACKSON.readTree(json);
    addUnknown(more, type);
    assertThat(Json.read(JACKSON.writeValueAsBytes(more), codec(full)))
        .isEqualTo(Json.read(json, codec(full)));
  }

  /** Adds a property to every object that is a record. */
  private static void addUnknown(@Nullable JsonNode node, Type type) {
    if (node instanceof ObjectNode object && type instanceof Class<?> plain && plain.isRecord()) {
      for (RecordComponent component : plain.getRecordComponents()) {
        JsonName name = component.getAccessor().getAnnotation(JsonName.class);
        addUnknown(
            object.get(name == null ? component.getName() : name.value()),
            component.getGenericType());
      }
      object.putObject("zzz").putArray("more").add(1).add("two");
    } else if (node instanceof ArrayNode array && type instanceof ParameterizedType list) {
      array.forEach(element -> addUnknown(element, list.getActualTypeArguments()[0]));
    }
  }

  @SuppressWarnings("unchecked")
  static Codec<Object> codec(Type type) {
    return (Codec<Object>) Json.codec(type);
  }

  /** The same with arguments if it is generic. */
  static Type full(Class<?> type) {
    for (Method method : Generic.class.getDeclaredMethods()) {
      if (method.getReturnType() == type) {
        return method.getGenericReturnType();
      }
    }
    return type;
  }

  /** Without nulls and what is empty, which AWS may leave out or not. */
  private static JsonNode said(byte[] json) {
    JsonNode tree = JACKSON.readTree(json);
    prune(tree);
    return tree;
  }

  private static void prune(JsonNode node) {
    for (JsonNode child : node) {
      prune(child);
    }
    if (node instanceof ObjectNode object) {
      object.removeIf(OwnEventsTest::isNothing);
    } else if (node instanceof ArrayNode array) {
      array.removeIf(OwnEventsTest::isNothing);
    }
  }

  private static boolean isNothing(JsonNode node) {
    return node.isNull() || (node.isContainer() && node.isEmpty());
  }

  /** What the samples of generic types hold. */
  interface Generic {
    EventBridgeEvent<OrderPlaced> eventBridge();

    AppSyncResolverEvent<OrderQuery, OrderPlaced> resolver();
  }
}
