package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Hello;
import com.example.HelloQueue;
import com.example.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What functions pay for HTTP that they do not use: nothing. */
@JvmOnly("an executable loads no classes")
class HttpStartPathTest {
  private static final String EVENT =
      """
      {"version": "2.0", "routeKey": "$default", "rawPath": "%s", "rawQueryString": "",
       "headers": {"host": "abc.lambda-url.eu-central-1.on.aws"},
       "requestContext": {"domainName": "abc.lambda-url.eu-central-1.on.aws",
         "http": {"method": "GET", "path": "%1$s", "sourceIp": "203.0.113.9"}},
       "isBase64Encoded": false}""";

  @TempDir private Path folder;

  /** The classes of ours, and of regular expressions, that a function loads for one event. */
  private List<String> loaded(Class<?> handler, String event) throws Exception {
    Path classes = folder.resolve("classes");
    try (RuntimeProcess function =
        RuntimeProcess.of(handler).option("-Xlog:class+load:file=" + classes).start()) {
      function.respond(event);
      return Files.readAllLines(classes).stream()
          .map(line -> line.substring(line.lastIndexOf("] ") + 2).split(" ", -1)[0])
          .filter(name -> name.startsWith("dev.thaw.") || name.startsWith("java.util.regex."))
          .toList();
    }
  }

  @Test
  void otherFunctionsLoadNothingOfIt() throws Exception {
    assertThat(loaded(HelloQueue.class, "{\"Records\": []}"))
        .contains("dev.thaw.runtime.TypedFunction")
        .noneMatch(name -> name.startsWith("dev.thaw.http."))
        .noneMatch(name -> name.startsWith("dev.thaw.runtime.Http") && !isClient(name))
        .noneMatch(name -> name.contains("ackson"))
        .doesNotContain("dev.thaw.codec.PlainCodecs", "dev.thaw.codec.KnownCodecs");
  }

  private static boolean isClient(String name) {
    return name.endsWith("HttpConnection")
        || name.endsWith("HttpAddress")
        || name.endsWith("HttpAnswer")
        || name.endsWith("HttpHeaders");
  }

  @Test
  void aHandlerWithoutRouterLoadsNeitherItNorCors() throws Exception {
    List<String> classes = loaded(Hello.class, EVENT.formatted("/"));
    assertThat(classes)
        .contains("dev.thaw.runtime.HttpFunction", "dev.thaw.http.HttpRequest")
        .noneMatch(name -> name.startsWith("dev.thaw.http.Rout"))
        .noneMatch(name -> name.startsWith("dev.thaw.http.Cors"))
        .noneMatch(name -> name.contains("ackson"))
        .noneMatch(name -> name.startsWith("java.util.regex."))
        .noneMatch(name -> name.contains("$$Lambda"))
        .doesNotContain(
            "dev.thaw.http.HttpFailures",
            "dev.thaw.runtime.HttpStream",
            "dev.thaw.runtime.GatheredBody",
            "dev.thaw.runtime.StreamedResponse",
            "dev.thaw.codec.PlainCodecs",
            "dev.thaw.codec.KnownCodecs");
  }

  /** The lambdas are the function's own. */
  @Test
  void aRouterLoadsItselfAlone() throws Exception {
    assertThat(loaded(Shop.class, EVENT.formatted("/routed/7")))
        .contains("dev.thaw.http.Router", "dev.thaw.http.RouteMatch")
        .noneMatch(name -> name.startsWith("dev.thaw.http.Cors"))
        .noneMatch(name -> name.startsWith("java.util.regex."))
        .noneMatch(name -> name.contains("ackson"));
  }
}
