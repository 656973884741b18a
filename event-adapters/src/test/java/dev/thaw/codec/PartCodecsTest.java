package dev.thaw.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.events.CodeDeployLifecycleEvent;
import dev.thaw.events.EventBridgeEvent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Generic types of ours, with all that may stand in them. */
class PartCodecsTest {

  /** The types that are read here. */
  interface Generic {
    EventBridgeEvent<Object> any();

    EventBridgeEvent<String> text();

    EventBridgeEvent<Map<String, Object>> map();

    EventBridgeEvent<Map<String, List<CodeDeployLifecycleEvent>>> nested();

    EventBridgeEvent<List<String>> list();

    EventBridgeEvent<EventBridgeEvent<Map<String, Object>>> twice();

    EventBridgeEvent<Thread> none();

    List<EventBridgeEvent<String>> events();

    List<String> texts();
  }

  @Test
  void anyValueIsWhatItNaturallyIs() throws Exception {
    assertThat(detail("any", "7")).isEqualTo(7);
    assertThat(detail("any", "\"a\"")).isEqualTo("a");
    assertThat(detail("any", "[1.5, true]")).isEqualTo(List.of(1.5, true));
    assertThat(detail("any", "null")).isNull();
  }

  @Test
  void textsMapsAndLists() throws Exception {
    assertThat(detail("text", "\"a\"")).isEqualTo("a");
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("b", 1);
    map.put("a", null);
    map.put("c", Map.of("d", List.of(2)));
    assertThat(detail("map", "{\"b\": 1, \"a\": null, \"c\": {\"d\": [2]}}")).isEqualTo(map);
    assertThat(detail("list", "[\"a\", null]")).isEqualTo(Arrays.asList("a", null));
    assertThat(detail("list", "\"a\"")).isEqualTo(List.of("a"));
    assertThat(detail("nested", "{\"x\": [{\"DeploymentId\": \"d\"}]}"))
        .asString()
        .isEqualTo(
            "{x=[CodeDeployLifecycleEvent[deploymentId=d, lifecycleEventHookExecutionId=null]]}");
  }

  @Test
  void anEventInAnEvent() throws Exception {
    assertThat(detail("twice", "{\"detail-type\": \"a\", \"detail\": {\"b\": 1}}"))
        .isInstanceOfSatisfying(
            EventBridgeEvent.class,
            inner -> {
              assertThat(inner.detailType()).isEqualTo("a");
              assertThat(inner.detail()).isEqualTo(Map.of("b", 1));
            });
  }

  @Test
  void whatIsReadIsWrittenAlike() throws Exception {
    for (List<String> each :
        List.of(
            List.of("any", "[1,{\"a\":true}]"),
            List.of("text", "\"a\""),
            List.of("map", "{\"b\":1,\"c\":{\"d\":[2]}}"),
            List.of("list", "[\"a\",null]"),
            List.of("nested", "{\"x\":[{\"DeploymentId\":\"d\"}]}"))) {
      String json = "{\"resources\":[],\"detail\":" + each.getLast() + "}";
      assertThat(written(each.getFirst(), json)).isEqualTo(json);
    }
    assertThat(written("map", "{\"resources\":[],\"detail\":{\"a\":null}}"))
        .isEqualTo("{\"resources\":[],\"detail\":{}}");
    assertThat(written("events", "[{\"resources\":[],\"detail\":\"a\"},null]"))
        .isEqualTo("[{\"resources\":[],\"detail\":\"a\"},null]");
  }

  @Test
  void aListOfEventsHasACodec() throws Exception {
    List<?> events = (List<?>) read("events", "[{\"detail\": \"a\"}, {\"detail\": \"b\"}]");
    List<@Nullable Object> details = new ArrayList<>();
    for (Object event : events) {
      details.add(((EventBridgeEvent<?>) event).detail());
    }
    assertThat(details).containsExactly("a", "b");
  }

  /** Jackson reads them in the runtime, as AWS's does. */
  @Test
  void otherListsHaveNone() throws Exception {
    assertThat(Json.find(type("texts"))).isNull();
  }

  @Test
  void saysWhatHasNoCodec() {
    assertThatThrownBy(() -> Json.codec(type("none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no codec for java.lang.Thread: ");
  }

  private static @Nullable Object detail(String name, String json) throws Exception {
    EventBridgeEvent<?> event = (EventBridgeEvent<?>) read(name, "{\"detail\": " + json + "}");
    return event.detail();
  }

  private static String written(String name, String json) throws Exception {
    return new String(Json.write(read(name, json), codec(name)), UTF_8);
  }

  private static Object read(String name, String json) throws Exception {
    return Objects.requireNonNull(Json.read(json.getBytes(UTF_8), codec(name)));
  }

  @SuppressWarnings("unchecked")
  private static Codec<Object> codec(String name) throws Exception {
    return (Codec<Object>) Json.codec(type(name));
  }

  private static Type type(String name) throws Exception {
    return Generic.class.getDeclaredMethod(name).getGenericReturnType();
  }
}
