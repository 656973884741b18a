package dev.thaw.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.codec.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/events.md} lists what there is; {@code -Devents.page=write} writes it anew. */
class EventsPageTest {
  private static final Path PAGE = Path.of("../docs/events.md");

  @Test
  void sayAllThatIsKnownOfEveryType() throws Exception {
    Set<String> told = new LinkedHashSet<>();
    for (EventFacts facts : EventFacts.ALL) {
      assertThat(told.add(facts.event())).as(facts.event()).isTrue();
    }
    for (EventFacts facts : EventFacts.ALL) {
      told.addAll(facts.responses());
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(types().keySet());
  }

  @Test
  void everyTypeHasACodec() throws Exception {
    for (Class<?> type : types().values()) {
      assertThat(Json.find(OwnEventsTest.full(type))).as(type.getName()).isNotNull();
    }
  }

  @Test
  void listsWhatThereIs() throws Exception {
    String page = page();
    if ("write".equals(System.getProperty("events.page"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE, UTF_8))
        .as("docs/events.md; ./mvnw -pl event-adapters -am test -Devents.page=write writes it")
        .isEqualTo(page);
  }

  /** All, by simple names. */
  private static Map<String, Class<?>> types() throws Exception {
    Map<String, Class<?>> types = new TreeMap<>();
    EventTypes.aws().forEach(type -> types.put(type.getSimpleName(), type));
    EventTypes.own().forEach(type -> types.put(type.getSimpleName(), type));
    return types;
  }

  private static String page() throws Exception {
    Map<String, Class<?>> types = types();
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Events

        Every event that has a codec, what sends it, and what the function may answer. A handler
        names the types, and nothing else is to be configured:

        ```java
        @GenerateCodec
        record OrderPlaced(String orderId, int amount) {}

        final class Orders implements Handler<EventBridgeEvent<OrderPlaced>, Void> {
          @Override
          public Void handle(EventBridgeEvent<OrderPlaced> event, Invocation invocation) {
            IO.println(event.detail().orderId());
            return null;
          }
        }
        ```

        Classes in **bold** are ours, in `dev.thaw.events`; the others are those of
        `com.amazonaws.services.lambda.runtime.events`, from AWS's library
        `aws-lambda-java-events`. Where no response is named, what the function returns is not
        heeded. A type parameter is a type of yours with
        [`@GenerateCodec`](../event-adapters/src/main/java/dev/thaw/codec/GenerateCodec.java).

        HTTP requests of all kinds are also one type, `dev.thaw.http.HttpRequest`, of a handler
        that implements `HttpHandler`.
        """);
    Map<String, List<EventFacts>> groups =
        EventFacts.ALL.stream()
            .collect(
                Collectors.groupingBy(EventFacts::group, LinkedHashMap::new, Collectors.toList()));
    groups.forEach(
        (group, rows) -> {
          page.append("\n## ").append(group).append("\n\n");
          page.append("| trigger | event | response | invocation |\n|---|---|---|---|\n");
          for (EventFacts row : rows) {
            page.append("| ").append(row.trigger());
            page.append(" | ").append(name(types, row.event()));
            page.append(" | ").append(response(types, row));
            page.append(" | ").append(row.invocation()).append(" |\n");
          }
        });
    page.append(
        """

        This page is made by `EventsPageTest` in `event-adapters`, from the classes themselves.
        """);
    return page.toString();
  }

  private static String response(Map<String, Class<?>> types, EventFacts row) {
    String classes =
        row.responses().stream()
            .map(response -> name(types, response))
            .collect(Collectors.joining(" or "));
    return classes.isEmpty() ? row.note() : (classes + " " + row.note()).trim();
  }

  /** A class, with its type parameters. */
  private static String name(Map<String, Class<?>> types, String simpleName) {
    Class<?> type = Objects.requireNonNull(types.get(simpleName), simpleName);
    StringBuilder name = new StringBuilder(simpleName);
    if (type.getTypeParameters().length > 0) {
      name.append('<');
      for (int i = 0; i < type.getTypeParameters().length; i++) {
        name.append(i == 0 ? "" : ", ").append(type.getTypeParameters()[i].getName());
      }
      name.append('>');
    }
    return type.isRecord() ? "**`" + name + "`**" : "`" + name + "`";
  }
}
