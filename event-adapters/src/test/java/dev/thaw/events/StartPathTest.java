package dev.thaw.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import com.amazonaws.services.lambda.runtime.events.LexEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cold start pays for: the classes that a JVM loads to read and write one event. */
class StartPathTest {

  /** The program of the JVM that is watched. */
  static final class Program {
    public static void main(String[] args) throws Exception {
      Class<?> type = Class.forName(args[0]);
      if (args.length == 1) {
        Thaw.read(type, EventClasses.sample(type));
        return;
      }
      byte[] json = SampleEventsTest.sample(args[1]);
      Object event = echo(type, json);
      if (args.length > 2) {
        System.out.println(((S3Event) event).getRecords().getFirst().getEventTime());
      }
    }

    private static <T> T echo(Class<T> type, byte[] json) {
      T event = Thaw.read(type, json);
      if (!(event instanceof S3Event)) {
        Thaw.write(type, event);
      }
      return event;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ApplicationLoadBalancerRequestEvent, alb-request",
    "ApplicationLoadBalancerResponseEvent, alb-response",
    "SQSEvent, sqs-standard",
    "SQSBatchResponse, sqs-batch-response",
    "S3Event, s3-put",
    "KinesisEvent, kinesis-single",
    "DynamodbEvent, dynamodb-changes",
    "StreamsEventResponse, streams-response"
  })
  void loadsNothingThatTheEventDoesNotNeed(String event, String sample) throws Exception {
    List<String> classes = loaded("com.amazonaws.services.lambda.runtime.events." + event, sample);

    assertThat(classes).contains("dev.thaw.events." + event + "Codec");
    assertThat(classes)
        .filteredOn(name -> name.startsWith("dev.thaw.events.") && name.endsWith("Codec"))
        .hasSize(1);
    assertThat(classes)
        .noneMatch(name -> name.startsWith("org.joda"))
        .noneMatch(name -> name.startsWith("java.util.regex"))
        .noneMatch(name -> name.startsWith("java.util.stream"))
        .noneMatch(name -> name.contains("$$Lambda"))
        .doesNotContain("java.math.BigDecimal", "java.util.Formatter");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        SNSEvent.class,
        ScheduledEvent.class,
        APIGatewayProxyRequestEvent.class,
        APIGatewayV2HTTPEvent.class,
        LexEvent.class,
        CognitoUserPoolPreSignUpEvent.class
      })
  void readsOtherEventsWithoutWhatTheyDoNotNeed(Class<?> type) throws Exception {
    List<String> classes = loaded(type.getName());

    assertThat(classes).contains("dev.thaw.events." + type.getSimpleName() + "Codec");
    assertThat(classes)
        .filteredOn(name -> name.startsWith("dev.thaw.events.") && name.endsWith("Codec"))
        .hasSize(1);
    assertThat(classes)
        .noneMatch(name -> name.startsWith("org.joda"))
        .doesNotContain("java.math.BigDecimal", "java.math.BigInteger");
  }

  @Test
  void loadsJodaOnceATimeIsAskedFor() throws Exception {
    List<String> classes = loaded(S3Event.class.getName(), "s3-put", "time");

    assertThat(classes).contains("org.joda.time.DateTime", "2019-09-03T19:37:27.192Z");
  }

  /** The names of the classes that a JVM loads, and the lines that it prints. */
  private static List<String> loaded(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).describedAs(output).isZero();
    return output.lines().map(StartPathTest::className).toList();
  }

  private static String className(String line) {
    // [0.012s][info][class,load] java.lang.Object source: shared objects file
    String text = line.substring(line.lastIndexOf("] ") + 1).strip();
    int end = text.indexOf(" source:");
    return end < 0 ? text : text.substring(0, end);
  }
}
