package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.example.Methods;
import com.example.Serializers;
import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.InvocationRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * AWS's own runtime client and Thaw run the same classes with the same events: the same bodies, and
 * the same types and messages of errors. One process of each for a setting.
 */
class AwsClientTest {
  private static final Path CLASSES = Path.of("target", "test-classes").toAbsolutePath();
  private static final String METHODS = Methods.class.getName();
  private static final String POINT = "{\"x\":1,\"y\":2}";

  /**
   * AWS's client gives no reason where an event does not fit its type; Thaw says what and where.
   */
  private static final String REFUSED = "refuses the event";

  /** Where the two differ, by setting and event. */
  private static final Map<String, String> DIFFERENCES =
      Map.of(
          // A list where text is expected is a mistake, however short.
          "::statically [\"a\"]",
          "AWS: \"static a\", Thaw: " + REFUSED,
          // AWS's mapper knows no records.
          "::record {\"left\":1,\"right\":\"r\"}",
          "AWS: " + REFUSED + ", Thaw: {\"left\":1,\"right\":\"r\"}");

  /** Where an executable differs from AWS's client on a JVM, by setting and event. */
  private static final Map<String, String> DIFFERENCES_OF_EXECUTABLES =
      Map.of(
          // Only a JVM says which reference was null.
          "::pojo \"\"",
          "AWS: fails with java.lang.NullPointerException: Cannot read field \"y\" because \"point\""
              + " is null, Thaw: fails with java.lang.NullPointerException:"
              + " java.lang.NullPointerException");

  @TempDir static Path folder;
  private static Path nativeLibrary;

  @BeforeAll
  static void unpack() throws IOException {
    nativeLibrary = AwsClient.unpackNativeLibrary(folder);
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        arguments("::nothing", List.of("{}", "1")),
        arguments("::contextOnly", List.of("{}")),
        arguments(
            "::pojo",
            List.of(POINT, "{\"x\":\"3\",\"z\":[]}", "[{\"x\":1}]", "\"\"", "{\"x\":{}}")),
        arguments("::pojoAndContext", List.of(POINT)),
        arguments("::statically", List.of("\"Ada\"", "1", "true", "{}", "[\"a\"]", "null")),
        arguments("::primitive", List.of("1", "\"2\"", "3.7", "null", "{}")),
        arguments("::boxed", List.of("1", "12345678901")),
        arguments("::negated", List.of("true", "\"false\"", "0")),
        arguments("::halved", List.of("3", "1e3", "\"NaN\"")),
        arguments("::map", List.of("{\"b\":[1,2.50,null],\"a\":{\"é\":true},\"n\":null}")),
        arguments("::points", List.of("[" + POINT + "," + POINT + "]", POINT)),
        arguments("::nested", List.of("{\"k\":[" + POINT + "]}")),
        arguments("::ownVariable", List.of("{\"a\":1,\"b\":2}")),
        arguments("::object", List.of("{\"a\":1}", "[1]", "\"s\"", "12", "1.5", "true")),
        arguments("::nothingBack", List.of(POINT)),
        arguments("::voidBack", List.of(POINT)),
        arguments("::nullBack", List.of(POINT)),
        arguments("::streams", List.of(POINT)),
        arguments("::streamsAndContext", List.of(POINT)),
        arguments("::outputOnly", List.of(POINT)),
        arguments("::outputAndContext", List.of(POINT)),
        arguments("::inputOnly", List.of(POINT)),
        arguments("::inputWithResult", List.of(POINT)),
        arguments("::overloaded", List.of(POINT)),
        arguments("::overridden", List.of(POINT)),
        arguments("::inherited", List.of(POINT)),
        arguments("::failing", List.of(POINT)),
        arguments("::erring", List.of(POINT)),
        arguments("::unchecked", List.of(POINT)),
        arguments("::record", List.of("{\"left\":1,\"right\":\"r\"}")),
        arguments("::handleRequest", List.of("\"a\"")),
        arguments("", List.of("\"a\"")),
        arguments("$Both::other", List.of("\"a\"")),
        arguments("$Raw::handleRequest", List.of(POINT, "[1]")),
        arguments("$Open::handleRequest", List.of(POINT, "\"a\"")),
        arguments("$Lists", List.of("[[" + POINT + "]]")),
        arguments("$Lists::handleRequest", List.of("[[" + POINT + "]]")),
        arguments("$Unbuilt::statically", List.of(POINT)));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void sameBodiesAndErrors(String setting, List<String> events) throws Exception {
    Map<String, String> differences = compare(METHODS + setting, events, null);
    for (String event : events) {
      String key = setting + " " + event;
      String expected = DIFFERENCES.getOrDefault(key, "the same");
      if (Executable.areTested()) {
        expected = DIFFERENCES_OF_EXECUTABLES.getOrDefault(key, expected);
      }
      assertThat(differences.getOrDefault(event, "the same")).as(key).isEqualTo(expected);
    }
  }

  @Test
  void sameUseOfASerializer() throws Exception {
    Path services = CustomSerializersTest.services(folder, Serializers.Tagging.class.getName());
    for (String handler : List.of("$Text", "$Queue", "$Named::nothing", "$Named::number")) {
      assertThat(compare(Serializers.class.getName() + handler, List.of("no json", "{}"), services))
          .isEmpty();
    }
  }

  private static Map<String, String> compare(
      String setting, List<String> events, @Nullable Path services) throws Exception {
    Map<String, String> differences = new LinkedHashMap<>();
    RuntimeProcess.Builder builder = RuntimeProcess.of(setting);
    List<String> options = List.of();
    if (services != null) {
      builder.classPath(services).executable("serializer");
      options = List.of("-Xbootclasspath/a:" + services); // found by any class loader
    }
    try (AwsClient aws = AwsClient.start(setting, CLASSES, nativeLibrary, options);
        RuntimeProcess thaw = builder.start()) {
      for (String event : events) {
        String theirs = describe(aws.invoke(request(event)));
        String ours = describe(thaw.invoke(request(event)));
        if (!theirs.equals(ours)) {
          differences.put(event, "AWS: " + theirs + ", Thaw: " + ours);
        }
      }
    }
    return differences;
  }

  private static InvocationRequest request(String event) {
    return InvocationRequest.of(event).traceId("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
  }

  private static String describe(InvocationOutcome outcome) {
    if (outcome.succeeded()) {
      return outcome.text();
    }
    JsonNode error = RuntimeProcess.json(outcome);
    String type = error.get("errorType").asString();
    String message = error.get("errorMessage").asString();
    boolean refused =
        message.equals("An error occurred during JSON parsing")
            || type.equals("dev.thaw.codec.JsonException")
            || type.startsWith("tools.jackson.databind.")
            || type.startsWith("dev.thaw.runtime.jackson.relocated.databind.");
    return refused ? REFUSED : "fails with " + type + ": " + message;
  }
}
