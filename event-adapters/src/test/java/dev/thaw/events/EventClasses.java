package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarFile;

/** The top-level classes of AWS's library, as its jar has them. */
final class EventClasses {
  private static final String PACKAGE = "com/amazonaws/services/lambda/runtime/events/";

  /** The samples that stand with the examples. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "ApplicationLoadBalancerRequestEvent", "alb",
          "SQSEvent", "sqs",
          "S3Event", "s3",
          "KinesisEvent", "kinesis",
          "DynamodbEvent", "dynamodb");

  private EventClasses() {}

  static List<Class<?>> all() {
    try (JarFile jar =
        new JarFile(
            Path.of(SQSEvent.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(PACKAGE) && name.endsWith(".class"))
          .map(name -> name.substring(PACKAGE.length(), name.length() - ".class".length()))
          .filter(name -> name.indexOf('/') < 0 && name.indexOf('$') < 0)
          .sorted()
          .<Class<?>>map(EventClasses::named)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> named(String simpleName) {
    try {
      return Class.forName((PACKAGE + simpleName).replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those that Lambda sends. */
  static List<Class<?>> events() {
    return all().stream().filter(type -> !isResponse(type)).toList();
  }

  private static boolean isResponse(Class<?> type) {
    String name = type.getSimpleName();
    return name.contains("Response")
        && !name.equals("CognitoUserPoolVerifyAuthChallengeResponseEvent");
  }

  static byte[] sample(Class<?> event) {
    String name = EXAMPLES.getOrDefault(event.getSimpleName(), event.getSimpleName());
    try (InputStream in = EventClasses.class.getResourceAsStream("/samples/" + name + ".json")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
