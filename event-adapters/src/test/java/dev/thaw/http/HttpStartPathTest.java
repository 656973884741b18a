package dev.thaw.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cold start pays for: the classes that a JVM loads to read a request and to answer it. */
class HttpStartPathTest {

  /** The program of the JVM that is watched. */
  static final class Program {
    public static void main(String[] args) throws Exception {
      HttpRequest request = new HttpRequestCodec().read(reader(args[0]));
      if (request == null) {
        throw new IllegalStateException();
      }
      request.path();
      request.query("q");
      request.header("Host");
      request.cookie("cart");
      JsonWriter out = new JsonWriter();
      HttpResponseWriter.write(out, HttpResponse.text(200, "ok").cookie("a=b"), request);
    }

    private static JsonReader reader(String sample) throws Exception {
      try (InputStream in = Program.class.getResourceAsStream("/http/" + sample + ".json")) {
        return new JsonReader(in == null ? new byte[0] : in.readAllBytes());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alb", "rest-api", "http-api", "vpc-lattice"})
  void loadsFewClasses(String sample) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                sample)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).describedAs(output).isZero();
    List<String> classes = output.lines().map(HttpStartPathTest::className).toList();

    assertThat(classes).contains("dev.thaw.http.HttpResponseWriter");
    assertThat(classes)
        .noneMatch(name -> name.startsWith("java.util.regex"))
        .noneMatch(name -> name.startsWith("java.util.stream"))
        .noneMatch(name -> name.startsWith("java.lang.invoke.StringConcatFactory"))
        .noneMatch(name -> name.contains("$$Lambda"))
        .noneMatch(name -> name.endsWith("Router"))
        .doesNotContain("java.util.Base64", "java.util.Formatter", "java.math.BigDecimal");
    assertThat(classes).filteredOn(name -> name.startsWith("dev.thaw.http.")).hasSizeLessThan(22);
  }

  private static String className(String line) {
    String text = line.substring(line.lastIndexOf("] ") + 1).strip();
    int end = text.indexOf(" source:");
    return end < 0 ? text : text.substring(0, end);
  }
}
