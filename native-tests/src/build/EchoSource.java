import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;

/** Writes a class with a method for each event that there is a sample of; it returns its event. */
final class EchoSource {
  /** The samples that stand with the examples. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "alb", "ApplicationLoadBalancerRequestEvent",
          "sqs", "SQSEvent",
          "s3", "S3Event",
          "kinesis", "KinesisEvent",
          "dynamodb", "DynamodbEvent");

  private EchoSource() {}

  /** Arguments: the folder for the source, and those of the samples. */
  public static void main(String[] args) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (int i = 1; i < args.length; i++) {
      try (var files = Files.newDirectoryStream(Path.of(args[i]), "*.json")) {
        for (Path file : files) {
          String name = file.getFileName().toString().replace(".json", "");
          names.add(EXAMPLES.getOrDefault(name, name));
        }
      }
    }
    StringBuilder source =
        new StringBuilder(
            """
        package com.example;

        @SuppressWarnings("deprecation")
        public final class Echo {
        """);
    for (String name : names) {
      String type = type(name);
      source.append(
          "  public %1$s %2$s(%1$s event) {\n    return event;\n  }\n\n".formatted(type, name));
    }
    Path file = Path.of(args[0], "com", "example", "Echo.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source.append("}\n"));
  }

  /** The type as it stands in source, with any value for its parameters. */
  private static String type(String name) {
    for (String home :
        new String[] {"com.amazonaws.services.lambda.runtime.events", "dev.thaw.events"}) {
      try {
        Class<?> type = Class.forName(home + "." + name);
        int parameters = type.getTypeParameters().length;
        String values = ", java.util.Map<String, Object>".repeat(parameters);
        return type.getName() + (parameters == 0 ? "" : "<" + values.substring(2) + ">");
      } catch (ClassNotFoundException e) {
        // the next one, or said below
      }
    }
    throw new IllegalStateException(
        "There is a sample " + name + ".json, but no event of that name");
  }
}
