package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.InvocationRequest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A JVM and an executable answer every event of the samples alike, byte for byte. */
class EventDifferenceIT {
  private static final Path EXAMPLES = Path.of("../examples/events");
  private static final Path SAMPLES = Path.of("../event-adapters/src/samples");

  /** Of AWS's documents; the first part of a name says what they are. */
  private static final Path DOCUMENTS = Path.of("../event-adapters/src/test/resources/events");

  private static final Map<String, String> EXAMPLE_TYPES =
      Map.of(
          "alb", "ApplicationLoadBalancerRequestEvent",
          "sqs", "SQSEvent",
          "s3", "S3Event",
          "kinesis", "KinesisEvent",
          "dynamodb", "DynamodbEvent");

  static List<Path> samples() throws IOException {
    List<Path> samples = new ArrayList<>();
    for (Path folder : new Path[] {SAMPLES, EXAMPLES}) {
      samples.addAll(in(folder, "*.json"));
    }
    return samples;
  }

  private static List<Path> in(Path folder, String names) throws IOException {
    List<Path> samples = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
      files.forEach(samples::add);
    }
    return samples;
  }

  /** The function returns the event, so that nothing of it goes unseen. */
  @ParameterizedTest
  @MethodSource("samples")
  void theEventItself(Path sample) throws Exception {
    String name = sample.getFileName().toString().replace(".json", "");
    String handler = "com.example.Echo::" + EXAMPLE_TYPES.getOrDefault(name, name);
    String answer = answersAlike(handler, List.of(sample));
    assertThat(answer).startsWith("{");
  }

  /** The five in one executable; what they have logged too. */
  @ParameterizedTest
  @CsvSource({
    "ProductPage, alb",
    "Moderation, sqs",
    "Catalogue, s3",
    "WordCount, kinesis",
    "AuditTrail, dynamodb"
  })
  void theCoreEventsOfTheExamples(String function, String source) throws Exception {
    List<Path> events = in(DOCUMENTS, source + "-*.json");
    events.removeIf(event -> event.toString().contains("response"));
    assertThat(events).isNotEmpty();
    events.addFirst(EXAMPLES.resolve(source + ".json"));
    String answer = answersAlike("com.example." + function, events);
    assertThat(answer).isNotEmpty();
  }

  /** The answer to the first. */
  private static String answersAlike(String handler, List<Path> events) throws Exception {
    try (RuntimeProcess jvm = RuntimeProcess.of(handler).onJvm().start();
        RuntimeProcess executable = RuntimeProcess.of(handler).start()) {
      List<String> answers = new ArrayList<>();
      for (Path event : events) {
        InvocationRequest request =
            InvocationRequest.of(Files.readString(event)).requestId("id-" + answers.size());
        InvocationOutcome outcome = executable.invoke(request);
        assertThat(outcome.text())
            .as("%s%n%s", event, executable.log())
            .isEqualTo(jvm.invoke(request).text());
        answers.add(outcome.succeeded() ? outcome.text() : "");
      }
      assertThat(executable.log()).isEqualTo(jvm.log());
      return answers.getFirst();
    }
  }
}
