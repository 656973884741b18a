package dev.thaw.benchmarks.page;

import java.util.Locale;
import java.util.Map;

/** What subjects and functions are called where people read of them. */
final class Names {
  private static final Map<String, String> SUBJECTS =
      Map.ofEntries(
          Map.entry("floor", "The floor"),
          Map.entry("thaw", "Thaw"),
          Map.entry("thaw-layer", "Thaw, layer’s cache"),
          Map.entry("thaw-codec", "Thaw, @GenerateCodec"),
          Map.entry("thaw-none", "Thaw, no cache"),
          Map.entry("native", "Thaw, native"),
          Map.entry("native-codec", "Thaw, native, @GenerateCodec"),
          Map.entry("aws", "AWS, as run"),
          Map.entry("aws-aot", "AWS, AOT cache"),
          Map.entry("aws-cds", "AWS, AppCDS"),
          Map.entry("aws-jdk", "AWS, guide’s image"),
          Map.entry("micronaut", "Micronaut"),
          Map.entry("spring", "Spring"),
          Map.entry("quarkus", "Quarkus"),
          Map.entry("formkiq", "formkiq"),
          Map.entry("http4k", "http4k"));

  private static final Map<String, String> EVENTS =
      Map.of(
          "alb", "ALB",
          "sqs", "SQS",
          "s3", "S3",
          "kinesis", "Kinesis",
          "dynamodb", "DynamoDB",
          "pojo", "plain type",
          "http", "HTTP",
          "client", "AWS SDK client");

  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "alb", "takes the event of an Application Load Balancer",
          "sqs", "takes two SQS messages, typed, and answers a partial batch",
          "s3", "takes an S3 notification",
          "kinesis", "takes two Kinesis records",
          "dynamodb", "takes records of a DynamoDB stream",
          "pojo", "takes and answers classes of its own, read and written by a bean mapper",
          "http", "takes the load balancer’s event through its framework’s HTTP layer",
          "client", "makes a DynamoDB client of the AWS SDK in its constructor");

  private Names() {}

  static String subject(String name) {
    String known = SUBJECTS.get(name);
    if (known != null) {
      return known;
    }
    if (name.endsWith("-aot")) {
      return subject(name.substring(0, name.length() - "-aot".length())) + ", AOT cache";
    }
    return name;
  }

  static String event(String label) {
    return EVENTS.getOrDefault(label, label.toUpperCase(Locale.ROOT));
  }

  /** What the function does, as the rest of a sentence; empty for one that is not known. */
  static String function(String label) {
    return FUNCTIONS.getOrDefault(label, "");
  }

  /** The class by which a style sheet colours a subject. */
  static String kind(String subject) {
    for (String kind : new String[] {"floor", "thaw", "aws"}) {
      if (subject.equals(kind) || subject.startsWith(kind + "-")) {
        return kind;
      }
    }
    return subject.startsWith("native") ? "thaw" : "rival";
  }
}
