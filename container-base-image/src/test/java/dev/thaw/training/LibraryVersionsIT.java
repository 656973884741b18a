package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.local.InvocationOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that bring another version of a library which the runtime carries. */
class LibraryVersionsIT {
  private static final String EVENTS =
      """
      package shop;
      import com.amazonaws.services.lambda.runtime.*;
      import com.amazonaws.services.lambda.runtime.events.*;
      import java.util.*;
      public class Orders implements RequestHandler<SQSEvent, SQSBatchResponse> {
        public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
          List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
          for (SQSEvent.SQSMessage message : event.getRecords()) {
            failures.add(SQSBatchResponse.BatchItemFailure.builder()
                .withItemIdentifier(message.getMessageId()).build());
          }
          context.getLogger().log(
              APIGatewayV2HTTPResponse.builder().withStatusCode(204).build() + " "
                  + new ScheduledEvent().getTime() + new KinesisEvent().getRecords()
                  + new S3Event(List.of()).getRecords() + new DynamodbEvent().getRecords());
          return SQSBatchResponse.builder().withBatchItemFailures(failures).build();
        }
      }
      """;

  /** For Jackson 2 and 3 alike; PACKAGE stands for that of its databind. */
  private static final String JACKSON =
      """
      package shop;
      import com.amazonaws.services.lambda.runtime.*;
      import com.fasterxml.jackson.annotation.*;
      import java.io.*;
      import PACKAGE.ObjectMapper;
      public class Orders implements RequestStreamHandler {
        private final ObjectMapper mapper = new ObjectMapper();
        public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
          Order order = mapper.readValue(in.readAllBytes(), Order.class);
          order.note = mapper.version().toString();
          out.write(mapper.writeValueAsBytes(order));
        }
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonPropertyOrder({"ID", "state", "note"})
        @JsonIgnoreProperties(ignoreUnknown = true)
        public static class Order {
          @JsonProperty("ID") @JsonAlias("id") public int number;
          public State state;
          public String note;
          public String absent;
          @JsonIgnore public String secret = "s3cret";
          @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
          @JsonSubTypes(@JsonSubTypes.Type(value = Parcel.class, name = "parcel"))
          public Object content;
        }
        public static class Parcel { @JsonFormat(shape = JsonFormat.Shape.STRING) public int grams; }
        public enum State { @JsonProperty("on its way") SENT }
      }
      """;

  /** An annotation that names a class of the function's own databind. */
  private static final String NAMING =
      """
      package shop;
      import com.amazonaws.services.lambda.runtime.*;
      import PACKAGE.PropertyNamingStrategies;
      import PACKAGE.annotation.JsonNaming;
      public class Orders implements RequestHandler<Orders.Order, Orders.Order> {
        public Order handleRequest(Order order, Context context) { return order; }
        @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
        public static class Order { public int orderNumber; }
      }
      """;

  @TempDir private Path task;

  private static List<Path> jars(String library) throws IOException {
    try (Stream<Path> found = Files.list(Layer.TARGET.resolve("versions").resolve(library))) {
      return found.sorted().toList();
    }
  }

  private void bring(List<Path> jars) throws IOException {
    Files.createDirectories(task.resolve("lib"));
    for (Path jar : jars) {
      Files.copy(jar, task.resolve("lib").resolve(jar.getFileName()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.11.6", "3.12.0", "3.13.0", "3.14.0", "3.15.0", "3.16.1"})
  void events(String version) throws Exception {
    List<Path> jars = new ArrayList<>(jars("events-" + version));
    jars.addAll(jars("older")); // aws-lambda-java-core and joda-time
    bring(jars);
    Functions.jar(
        task.resolve("lib/orders.jar"), Functions.compileAgainst(jars, Map.of("Orders", EVENTS)));
    try (FunctionProcess function = Launch.of(task, "shop.Orders").start()) {
      assertThat(function.invoke("{\"Records\":[{\"messageId\":\"7\",\"body\":\"b\"}]}"))
          .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"7\"}]}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.19.4", "3.0.4"})
  void annotationsOfTheFunctionsOwnDatabind(String version) throws Exception {
    List<Path> jars = jars("jackson-" + version);
    bring(jars);
    String databind =
        version.startsWith("3.") ? "tools.jackson.databind" : "com.fasterxml.jackson.databind";
    Functions.jar(
        task.resolve("lib/orders.jar"),
        Functions.compileAgainst(jars, Map.of("Orders", NAMING.replace("PACKAGE", databind))));
    try (FunctionProcess function = Launch.of(task, "shop.Orders").start()) {
      assertThat(function.invoke("{\"orderNumber\":7}")).isEqualTo("{\"orderNumber\":7}");
      assertThat(function.log())
          .singleElement()
          .asString()
          .startsWith("WARN thaw: @JsonNaming is not honoured");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.13.5", "2.16.2", "2.19.4", "2.23.0", "3.0.4"})
  void jackson(String version) throws Exception {
    List<Path> jars = jars("jackson-" + version);
    bring(jars);
    String databind =
        version.startsWith("3.") ? "tools.jackson.databind" : "com.fasterxml.jackson.databind";
    Functions.jar(
        task.resolve("lib/orders.jar"),
        Functions.compileAgainst(jars, Map.of("Orders", JACKSON.replace("PACKAGE", databind))));
    try (FunctionProcess function = Launch.of(task, "shop.Orders").start()) {
      assertThat(
              function.invoke(
                  "{\"id\":7,\"state\":\"on its way\",\"new\":1,"
                      + "\"content\":{\"kind\":\"parcel\",\"grams\":\"5\"}}"))
          .isEqualTo(
              "{\"ID\":7,\"state\":\"on its way\",\"note\":\""
                  + version
                  + "\",\"content\":{\"kind\":\"parcel\",\"grams\":\"5\"}}");
    }
  }

  @Test
  void bothJarsAreNamedWhereOursIsTooOld() throws Exception {
    Map<String, byte[]> library =
        Functions.compileAgainst(
            List.of(),
            Map.of(
                "OptBoolean",
                """
                package com.fasterxml.jackson.annotation;
                public enum OptBoolean {
                  TRUE, FALSE, DEFAULT;
                  public static OptBoolean parse(String text) { return valueOf(text); }
                }
                """,
                "JsonFuture",
                """
                package com.fasterxml.jackson.annotation;
                public class JsonFuture { public static String name() { return "future"; } }
                """));
    Path jar = task.resolve("lib/jackson-annotations-9.9.jar");
    Functions.jar(jar, library);
    Functions.jar(
        task.resolve("lib/orders.jar"),
        Functions.compileAgainst(
            List.of(jar),
            Map.of(
                "Orders",
                """
                package shop;
                import com.amazonaws.services.lambda.runtime.*;
                import com.fasterxml.jackson.annotation.*;
                public class Orders implements RequestHandler<String, String> {
                  public String handleRequest(String event, Context context) {
                    return event.equals("new class")
                        ? JsonFuture.name() : OptBoolean.parse(event).name();
                  }
                }
                """)));
    try (FunctionProcess function = Launch.of(task, "shop.Orders").start()) {
      assertThat(function.invoke("\"new class\"")).isEqualTo("\"future\"");
      InvocationOutcome outcome = function.outcome("\"TRUE\"");
      assertThat(outcome.errorType()).isEqualTo("Function.NoSuchMethodError");
      String explanation =
          "com.fasterxml.jackson.annotation.OptBoolean comes from jackson-annotations-"
              + versionOfOurs()
              + " of the runtime; the function brings jackson-annotations-9.9.jar";
      assertThat(outcome.text()).contains(explanation);
      assertThat(function.log()).anyMatch(line -> line.endsWith(explanation));
    }
  }

  /** As the build knows it, from the file name that Maven has given the jar. */
  private static String versionOfOurs() {
    for (String jar : System.getProperty("java.class.path").split(":", -1)) {
      String name = Path.of(jar).getFileName().toString();
      if (name.startsWith("jackson-annotations-")) {
        return name.substring("jackson-annotations-".length(), name.length() - ".jar".length());
      }
    }
    throw new AssertionError("no jackson-annotations");
  }

  @Test
  void aShadedLibraryIsNamedToo() throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    files.putAll(
        Functions.compileAgainst(
            List.of(),
            Map.of(
                "OptBoolean",
                """
                package com.fasterxml.jackson.annotation;
                public enum OptBoolean { TRUE, FALSE, DEFAULT, MAYBE }
                """,
                "Orders",
                """
                package shop;
                import com.amazonaws.services.lambda.runtime.*;
                import com.fasterxml.jackson.annotation.OptBoolean;
                public class Orders implements RequestHandler<String, String> {
                  public String handleRequest(String event, Context context) {
                    return OptBoolean.MAYBE.name();
                  }
                }
                """)));
    files.putAll(
        Functions.text(
            "META-INF/maven/com.fasterxml.jackson.core/jackson-annotations/pom.properties",
            "version=9.8\n"));
    Functions.loose(task, files);
    try (FunctionProcess function = Launch.of(task, "shop.Orders").start()) {
      InvocationOutcome outcome = function.outcome("\"\"");
      assertThat(outcome.errorType()).isEqualTo("Function.NoSuchFieldError");
      assertThat(outcome.text())
          .contains("OptBoolean comes from jackson-annotations-" + versionOfOurs())
          .contains("(jackson-annotations-9.8)");
    }
  }
}
