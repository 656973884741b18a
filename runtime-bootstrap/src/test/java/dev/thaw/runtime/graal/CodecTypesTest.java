package dev.thaw.runtime.graal;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.thaw.codec.Codec;
import dev.thaw.events.EventCodecs;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodecTypesTest {
  record Plain(int x) {}

  @SuppressWarnings("unused") // its fields' types
  private static final class Types {
    List<SQSEvent> events = List.of();
    List<Plain> plain = List.of();
    Map<String, Object> map = Map.of();
  }

  @Test
  void eventsHaveOne() {
    CodecTypes types = new CodecTypes();
    types.addHandlers(SQSEvent.class, "a.Handler");
    types.addHandlers(String.class, "a.Handler");
    types.addHandlers(void.class, "a.Handler");
    assertThat(types.codecs())
        .extracting(Class::getName)
        .containsExactly("dev.thaw.events.SQSEventCodec");
    assertThat(types.plain()).isEmpty();
  }

  @Test
  void listsOfEventsHaveOne() throws Exception {
    CodecTypes types = new CodecTypes();
    types.addHandlers(type("events"), "a.Handler");
    assertThat(types.codecs()).hasSize(1);
    assertThat(types.plain()).isEmpty();
  }

  @Test
  void othersArePlain() throws Exception {
    CodecTypes types = new CodecTypes();
    types.addHandlers(Plain.class, "a.Handler");
    types.addHandlers(type("plain"), "a.Handler");
    types.addHandlers(type("map"), "a.Handler");
    assertThat(types.codecs()).isEmpty();
    assertThat(types.plain().keySet()).containsExactly(Plain.class, type("plain"), type("map"));
    assertThat(types.plain().values()).containsOnly("a.Handler");
  }

  /** By that rule an executable finds them. */
  @Test
  void everyEventsCodecIsNamedAfterIt() throws Exception {
    int count = 0;
    for (Class<?> event : Events.all()) {
      Codec<?> codec = EventCodecs.find(event.getName());
      if (codec != null) {
        count++;
        String name = event.getName().substring(event.getName().lastIndexOf('.') + 1);
        assertThat(codec.getClass().getName()).isEqualTo("dev.thaw.events." + name + "Codec");
      }
    }
    assertThat(count).isGreaterThan(50);
  }

  private static Type type(String field) throws Exception {
    return Types.class.getDeclaredField(field).getGenericType();
  }
}
