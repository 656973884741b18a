package dev.thaw.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import dev.thaw.events.AppSyncResolverEvent;
import dev.thaw.events.AutoScalingActivity;
import dev.thaw.events.EventBridgeEvent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in samples: there is one for each event, and its codec reads it. */
class SamplesTest {
  private static final String AWS = "com.amazonaws.services.lambda.runtime.events.";

  /** All that have a file; that each type has one, event-adapters checks. */
  static Stream<String> events() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("../event-adapters/src/samples"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .filter(name -> !name.endsWith("Response") && !name.endsWith("ResponseV1"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventHasOneThatItsCodecReads(String name) throws Exception {
    Class<?> type = find(name);
    Type full = type == EventBridgeEvent.class ? generic("maps") : type;
    full = type == AppSyncResolverEvent.class ? generic("resolver") : full;
    assertThat(Samples.are(full.getTypeName())).isTrue();
    for (TrainingEvent sample : Samples.of(full.getTypeName())) {
      assertThat(Json.read(sample.json(), Json.codec(full))).isInstanceOf(type);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ApplicationLoadBalancerRequestEvent, alb",
    "SQSEvent, sqs",
    "S3Event, s3",
    "models.s3.S3EventNotification, s3",
    "KinesisEvent, kinesis",
    "DynamodbEvent, dynamodb",
  })
  void awsEvents(String type, String sample) throws Exception {
    assertThat(Samples.of(AWS + type).getFirst().name()).isEqualTo("sample " + sample + ".json");
  }

  /** A function behind one front door must not lack what another's brings. */
  @Test
  void httpRequestsComeFromAllSources() throws Exception {
    assertThat(Samples.of("dev.thaw.http.HttpRequest"))
        .extracting(TrainingEvent::name)
        .contains(
            "sample alb.json", "sample FunctionUrlEvent.json", "sample VpcLatticeV2Event.json");
  }

  @Test
  void aDetailOfTheFunctionsOwnIsEmpty() throws Exception {
    String json = text("dev.thaw.events.EventBridgeEvent<com.example.Order>");
    assertThat(json).contains("\"detail\":{}", "\"detail-type\":\"OrderPlaced\"");
  }

  @Test
  void aDetailOfOursHasASampleToo() throws Exception {
    EventBridgeEvent<?> event = (EventBridgeEvent<?>) read(generic("activity"));
    assertThat(event.detail())
        .isInstanceOfSatisfying(
            AutoScalingActivity.class,
            detail -> assertThat(detail.ec2InstanceId()).isEqualTo("i-0a1b2c3d4e5f67890"));
  }

  @Test
  void aDetailThatMayBeAnythingIsFull() throws Exception {
    assertThat(text(generic("maps").getTypeName())).contains("\"orderId\": \"o-1001\"");
  }

  @Test
  void partsOfAResolverAreEmptyEach() throws Exception {
    String type =
        "dev.thaw.events.AppSyncResolverEvent<com.example.Query, java.util.Map<java.lang.String,"
            + " java.lang.Object>>";
    assertThat(text(type)).contains("\"arguments\":{}", "\"source\":{\"orderId\"");
  }

  @Test
  void aBatchOfAResolverIsAList() throws Exception {
    String type =
        "java.util.List<dev.thaw.events.AppSyncResolverEvent<com.example.Query,"
            + " com.example.Order>>";
    assertThat(text(type)).startsWith("[{").endsWith("}]").contains("\"source\":{}");
  }

  @Test
  void otherTypesHaveNone() throws Exception {
    for (String type : List.of("com.example.Order", "dev.thaw.events.NoSuchEvent", "int[]")) {
      assertThat(Samples.are(type)).as(type).isFalse();
      assertThat(text(type)).isEqualTo("{}");
    }
    assertThat(text("java.lang.String")).isEqualTo("\"\"");
  }

  private static String text(String type) throws Exception {
    return new String(Samples.of(type).getFirst().json(), UTF_8);
  }

  private static Object read(Type type) throws Exception {
    Codec<?> codec = Json.codec(type);
    return Objects.requireNonNull(
        Json.read(Samples.of(type.getTypeName()).getFirst().json(), codec));
  }

  private static Class<?> find(String name) throws ClassNotFoundException {
    try {
      return Class.forName(AWS + name);
    } catch (ClassNotFoundException e) {
      return Class.forName("dev.thaw.events." + name);
    }
  }

  private static Type generic(String method) throws NoSuchMethodException {
    return Generic.class.getDeclaredMethod(method).getGenericReturnType();
  }

  /** Types with arguments. */
  interface Generic {
    EventBridgeEvent<Map<String, Object>> maps();

    EventBridgeEvent<AutoScalingActivity> activity();

    AppSyncResolverEvent<Map<String, Object>, Map<String, Object>> resolver();
  }
}
