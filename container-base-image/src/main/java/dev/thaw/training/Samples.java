package dev.thaw.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Built-in events, as AWS documents them, for functions that bring none of their own. */
final class Samples {
  private static final String AWS = "com.amazonaws.services.lambda.runtime.events.";
  private static final String OURS = "dev.thaw.events.";

  /** A function that takes HTTP requests of any source may get them from any. */
  private static final List<String> HTTP =
      List.of(
          "alb",
          "APIGatewayProxyRequestEvent",
          "APIGatewayV2HTTPEvent",
          "FunctionUrlEvent",
          "VpcLatticeV2Event");

  private Samples() {}

  /**
   * The samples of an event type.
   *
   * @param type the name of a handler's event type, with type arguments
   * @return one event at least: an empty object for a type that is not known
   */
  static List<TrainingEvent> of(String type) throws IOException {
    if (type.equals("java.lang.String")) {
      return List.of(new TrainingEvent("sample string", bytes("\"\"")));
    }
    List<TrainingEvent> samples = new ArrayList<>();
    for (String name : names(type)) {
      samples.add(new TrainingEvent("sample " + name + ".json", json(type, name)));
    }
    if (samples.isEmpty()) {
      samples.add(new TrainingEvent("empty object", bytes("{}")));
    }
    return samples;
  }

  /** Whether a sample says what an event of this type looks like. */
  static boolean are(String type) {
    return type.equals("java.lang.String") || !names(type).isEmpty();
  }

  private static List<String> names(String type) {
    if (type.equals("dev.thaw.http.HttpRequest")) {
      List<String> there = new ArrayList<>(HTTP);
      there.removeIf(name -> !exists(name));
      return there;
    }
    String name = name(GenericName.of(type).element());
    return name == null ? List.of() : List.of(name);
  }

  private static @Nullable String name(GenericName type) {
    return switch (type.raw()) {
      case AWS + "ApplicationLoadBalancerRequestEvent" -> "alb";
      case AWS + "SQSEvent" -> "sqs";
      case AWS + "S3Event", AWS + "models.s3.S3EventNotification" -> "s3";
      case AWS + "KinesisEvent" -> "kinesis";
      case AWS + "DynamodbEvent" -> "dynamodb";
      default -> nameOfItsOwn(type.raw());
    };
  }

  private static @Nullable String nameOfItsOwn(String type) {
    String prefix = type.startsWith(AWS) ? AWS : OURS;
    if (!type.startsWith(prefix)) {
      return null;
    }
    String name = type.substring(prefix.length());
    return exists(name) ? name : null;
  }

  private static boolean exists(String name) {
    return Samples.class.getResource(resource(name)) != null;
  }

  private static byte[] json(String type, String name) throws IOException {
    GenericName generic = GenericName.of(type);
    byte[] event = read(name);
    List<GenericName> arguments = generic.element().arguments();
    if (!arguments.isEmpty()) {
      event = GenericSample.of(name, event, arguments);
    }
    return generic.isList() ? bytes("[" + new String(event, StandardCharsets.UTF_8) + "]") : event;
  }

  static byte[] read(String name) throws IOException {
    try (InputStream in = Samples.class.getResourceAsStream(resource(name))) {
      if (in == null) {
        throw new IllegalStateException("No sample " + name);
      }
      return in.readAllBytes();
    }
  }

  private static String resource(String name) {
    return "events/" + name + ".json";
  }

  static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /** The sample of a type that stands in a generic one; an empty object if there is none. */
  static byte[] part(GenericName type) throws IOException {
    String name = name(type);
    return name == null ? bytes("{}") : read(name);
  }
}
