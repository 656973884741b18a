package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.local.AlbTarget;
import dev.thaw.local.FunctionConfiguration;
import dev.thaw.local.InvocationResult;
import dev.thaw.local.LocalLambda;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples on a local Lambda, each driven by its event, with the layer's cache and its own. */
class ExamplesIT {
  private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";

  @TempDir private static Path taskRoot;

  private final List<String> log = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void train() throws Exception {
    Path lib = Files.createDirectories(taskRoot.resolve("lib"));
    Files.copy(Layer.examplesJar(), lib.resolve("examples.jar"));
    for (String name :
        List.of("ProductPage", "Moderation", "Catalogue", "WordCount", "AuditTrail")) {
      ThawTrain.succeeding(taskRoot, "com.example." + name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer", "function"})
  void productPageAnswersABrowser(String cache) throws Exception {
    try (LocalLambda lambda =
            LocalLambda.builder()
                .function(function("ProductPage", cache))
                .alb(new AlbTarget("ProductPage", 0, false))
                .logs((function, line) -> log.add(line))
                .start();
        // a load balancer refuses the upgrade to HTTP/2 that this client would ask for
        HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(lambda.alb("ProductPage").resolve("/lambda?query=1234ABCD"))
              .build();
      HttpResponse<String> page = browser.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).isEqualTo("Ice pick, 24.90 EUR\n");
      assertThat(page.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
    }
    assertFits();
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer", "function"})
  void moderationLetsThePostsPass(String cache) throws Exception {
    assertThat(invoke("Moderation", "sqs", cache)).isEqualTo(NO_FAILURES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer", "function"})
  void catalogueHoldsTheObject(String cache) throws Exception {
    assertThat(invoke("Catalogue", "s3", cache)).isEqualTo("\"1 objects, 1305107 bytes\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer", "function"})
  void wordCountCountsTheRecords(String cache) throws Exception {
    assertThat(invoke("WordCount", "kinesis", cache)).isEqualTo(NO_FAILURES);
    assertThat(log).contains("{Hello=1, This=1, a=2, is=2, only=1, test=2, this=1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer", "function"})
  void auditTrailNamesTheChange(String cache) throws Exception {
    assertThat(invoke("AuditTrail", "dynamodb", cache)).isEqualTo(NO_FAILURES);
    assertThat(log)
        .contains(
            "INSERT Message: null -> {S: New item!,}",
            "MODIFY Message: {S: New item!,} -> {S: This item has changed,}");
  }

  private String invoke(String name, String event, String cache) throws Exception {
    try (LocalLambda lambda =
        LocalLambda.builder()
            .function(function(name, cache))
            .logs((function, line) -> log.add(line))
            .start()) {
      Path file = Layer.PROJECT.resolve("examples/events/" + event + ".json");
      InvocationResult result = lambda.invoke(name, Files.readAllBytes(file));
      assertThat(result.outcome().succeeded()).as(result.outcome().text()).isTrue();
      assertFits();
      return result.outcome().text();
    }
  }

  private void assertFits() {
    assertThat(log).noneMatch(line -> line.startsWith("WARN"));
  }

  private static FunctionConfiguration function(String name, String cache) {
    return FunctionConfiguration.builder(name)
        .handler("com.example." + name)
        .taskRoot(taskRoot)
        .bootstrap(Layer.BOOTSTRAP)
        .environment("THAW_CACHE", cache)
        .environment("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on")
        .timeout(Duration.ofSeconds(20))
        .build();
  }
}
