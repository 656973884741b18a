package dev.thaw.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Built-in events, as AWS documents them, for functions that bring none of their own. */
final class Samples {
  private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";

  private Samples() {}

  /**
   * The samples of an event type.
   *
   * @param type the class name of a handler's event
   * @return one event at least: an empty object for a type that is not known
   */
  static List<TrainingEvent> of(String type) throws IOException {
    String name = name(type);
    return switch (name) {
      case "" -> List.of(new TrainingEvent("sample string", bytes("\"\"")));
      case "{}" -> List.of(new TrainingEvent("empty object", bytes("{}")));
      default -> List.of(new TrainingEvent("sample " + name + ".json", read(name)));
    };
  }

  /** Whether a sample says what an event of this type looks like. */
  static boolean are(String type) {
    return !name(type).equals("{}");
  }

  private static String name(String type) {
    return switch (type) {
      case EVENTS + "ApplicationLoadBalancerRequestEvent", "dev.thaw.http.HttpRequest" -> "alb";
      case EVENTS + "SQSEvent" -> "sqs";
      case EVENTS + "S3Event", EVENTS + "models.s3.S3EventNotification" -> "s3";
      case EVENTS + "KinesisEvent" -> "kinesis";
      case EVENTS + "DynamodbEvent" -> "dynamodb";
      case "java.lang.String" -> "";
      default -> "{}";
    };
  }

  static byte[] read(String name) throws IOException {
    try (InputStream in = Samples.class.getResourceAsStream("events/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("No sample " + name);
      }
      return in.readAllBytes();
    }
  }

  static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
