package dev.thaw.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Another framework or runtime with the benchmark's functions. How each is set up, and after which
 * guide, stands with its source in {@code benchmarks/rivals}.
 *
 * @param label its name and its folder
 * @param jar the file name of an application's own jar
 * @param programs what is started for each event that it takes
 * @param missing why it does not take an event
 */
record Rival(
    String label, String jar, Map<BenchEvent, Program> programs, Map<BenchEvent, String> missing) {
  static final List<Rival> ALL = List.of(formkiq(), quarkus(), micronaut(), spring(), http4k());

  private static final String PACKAGE = "dev.thaw.benchmarks.rivals.";

  /**
   * What is started for one event.
   *
   * @param folder the module in the rival's folder
   * @param handler {@code _HANDLER}
   * @param flags further ones of the JVM
   * @param arguments of the main class
   */
  record Program(
      String folder, String mainClass, String handler, List<String> flags, List<String> arguments) {
    Program(String folder, String mainClass, String handler) {
      this(folder, mainClass, handler, List.of(), List.of());
    }
  }

  /**
   * @throws IllegalArgumentException if it does not take the event
   */
  Program program(BenchEvent event) {
    Program program = programs.get(event);
    if (program == null) {
      throw new IllegalArgumentException(label() + " does not take " + event.label());
    }
    return program;
  }

  Optional<String> missing(BenchEvent event) {
    return Optional.ofNullable(missing.get(event));
  }

  private static Rival formkiq() {
    String main = "com.formkiq.lambda.runtime.graalvm.LambdaRuntime";
    return new Rival(
        "formkiq",
        "app.jar",
        Map.of(
            BenchEvent.POJO, new Program("functions", main, BenchEvent.POJO.handler()),
            BenchEvent.SQS, new Program("functions", main, BenchEvent.SQS.handler()),
            BenchEvent.CLIENT, new Program("client", main, PACKAGE + "formkiq.ClientFunction")),
        Map.of(BenchEvent.HTTP, "it has no HTTP layer"));
  }

  /** On the JVM its functions run in AWS's managed runtime, which is AWS's client. */
  private static Rival quarkus() {
    return new Rival(
        "quarkus",
        "app-runner.jar",
        Map.of(
            BenchEvent.POJO, quarkus("functions", "-Dquarkus.lambda.handler=pojo"),
            BenchEvent.SQS, quarkus("functions", "-Dquarkus.lambda.handler=sqs"),
            BenchEvent.CLIENT, quarkus("client")),
        Map.of(
            BenchEvent.HTTP,
            "amazon-lambda-rest 3.34.1 reads the query of a load balancer's event only in its"
                + " multi-value form"));
  }

  private static Program quarkus(String folder, String... flags) {
    String handler = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    List<String> all = new ArrayList<>(List.of(flags));
    // what the manifest of the runner jar asks for, which counts only with java -jar
    all.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    return new Program(folder, AwsClient.MAIN, handler, all, List.of(handler));
  }

  private static Rival micronaut() {
    String main = PACKAGE + "micronaut.";
    return new Rival(
        "micronaut",
        "app.jar",
        Map.of(
            BenchEvent.POJO, new Program("functions", main + "PojoRuntime", main + "PojoFunction"),
            BenchEvent.SQS, new Program("functions", main + "SqsRuntime", main + "SqsFunction"),
            BenchEvent.HTTP, albOnMicronaut(),
            BenchEvent.CLIENT,
                new Program("client", main + "ClientRuntime", main + "ClientFunction")),
        Map.of());
  }

  private static Program albOnMicronaut() {
    return new Program(
        "http",
        "io.micronaut.function.aws.runtime.ApplicationLoadBalancerMicronautLambdaRuntime",
        "io.micronaut.function.aws.proxy.alb.ApplicationLoadBalancerFunction");
  }

  private static Rival spring() {
    String functions = PACKAGE + "spring.FunctionsApplication";
    return new Rival(
        "spring",
        "app.jar",
        Map.of(
            BenchEvent.POJO, new Program("functions", functions, "pojo"),
            BenchEvent.SQS, new Program("functions", functions, "sqs"),
            BenchEvent.HTTP, new Program("functions", functions, "http"),
            BenchEvent.CLIENT,
                new Program("client", PACKAGE + "spring.ClientApplication", "client")),
        Map.of());
  }

  private static Rival http4k() {
    String reason = "org.http4k:http4k-serverless-lambda-runtime is not in the registry";
    return new Rival(
        "http4k",
        "app.jar",
        Map.of(),
        Map.of(
            BenchEvent.POJO, reason,
            BenchEvent.SQS, reason,
            BenchEvent.HTTP, reason,
            BenchEvent.CLIENT, reason));
  }
}
