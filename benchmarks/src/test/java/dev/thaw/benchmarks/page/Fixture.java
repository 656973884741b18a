package dev.thaw.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Results of every part, of the shape that a run writes. The values are invented. */
final class Fixture {
  static final JsonMapper JSON = new JsonMapper();
  static final String HOSTILE = "<script>document.title='x'</script> & \"quoted\"";

  private static final int ROUNDS = 15;
  private static final Map<String, Double> SUBJECTS = new LinkedHashMap<>();

  static {
    SUBJECTS.put("floor", 28.0);
    SUBJECTS.put("thaw", 32.0);
    SUBJECTS.put("thaw-layer", 41.0);
    SUBJECTS.put("thaw-none", 107.0);
    SUBJECTS.put("aws-aot", 131.0);
    SUBJECTS.put("aws-cds", 260.0);
    SUBJECTS.put("aws", 315.0);
    SUBJECTS.put("micronaut", 620.0);
    SUBJECTS.put("micronaut-aot", 180.0);
    SUBJECTS.put("spring-aot", 1460.0);
    SUBJECTS.put("http4k-aot", 150.0);
  }

  private final Random random = new Random(7);
  private final Path directory;

  private Fixture(Path directory) {
    this.directory = directory;
  }

  /** Writes the results of every part. */
  static Path write(Path directory) throws IOException {
    Fixture fixture = new Fixture(Files.createDirectories(directory));
    fixture.cold();
    fixture.timeline();
    fixture.memory();
    fixture.storage();
    fixture.warm();
    fixture.codecs();
    fixture.natives();
    return directory;
  }

  /** A guide with the marks of all its tables. */
  static String guide() {
    return """
    # A

    <!-- steps -->
    stale
    <!-- /steps -->
    <!-- timeline -->
    <!-- /timeline -->
    <!-- storage -->
    <!-- /storage -->
    """;
  }

  /** The guide to executables, with the marks of its tables. */
  static String nativeGuide() {
    return """
    # A

    <!-- native -->
    <!-- /native -->
    <!-- native-variants -->
    <!-- /native-variants -->
    """;
  }

  private void cold() throws IOException {
    ObjectNode root = root("cold");
    for (String event : List.of("alb", "sqs", "pojo")) {
      SUBJECTS.forEach(
          (subject, millis) -> {
            ObjectNode result = result(root, event, subject);
            samples(result, millis, event.equals("pojo") ? 2 : 1);
            result.putArray("command").add("/jre/bin/java").add("-XX:+UseSerialGC").add(subject);
            result.putObject("classes").put("loaded", 900).put("fromCache", 880).put("fromJars", 7);
          });
    }
    root.putArray("unavailable").addObject().put("subject", "quarkus").put("reason", HOSTILE);
    save(root);
  }

  private void timeline() throws IOException {
    ObjectNode root = root("timeline");
    timeline(root, "thaw", 0, 2.1, 19.8, 26, 26.1, 27.4, 30.8, 30.9, 31.9);
    timeline(root, "aws-aot", 0, 1.2, 20.2, 92, 92.3, 97, 124, 124.2, 131);
    save(root);
  }

  private static void timeline(ObjectNode root, String subject, double... moments) {
    List<String> names =
        List.of(
            "launcher",
            "JVM",
            "runtime",
            "handler’s constructor",
            "first poll",
            "first event",
            "handler",
            "response");
    ObjectNode result = result(root, "sqs", subject);
    result.put("plainMillis", moments[8]).put("loggedMillis", moments[8] + 0.2);
    ArrayNode phases = result.putArray("phases");
    for (int phase = 0; phase < names.size(); phase++) {
      phases
          .addObject()
          .put("name", names.get(phase))
          .put("startMillis", moments[phase])
          .put("endMillis", moments[phase + 1]);
    }
  }

  private void memory() throws IOException {
    ObjectNode root = root("memory");
    for (String throttle : List.of("always", "after-init")) {
      for (int size : new int[] {128, 256, 512, 1024, 1769}) {
        SUBJECTS.forEach(
            (subject, millis) -> {
              ObjectNode result = result(root, "sqs", subject);
              result.put("memoryMegabytes", size).put("throttle", throttle);
              samples(result, millis, throttle.equals("always") ? 1769.0 / size : 1 + 60.0 / size);
            });
      }
    }
    save(root);
  }

  private void storage() throws IOException {
    ObjectNode root = root("storage");
    SUBJECTS.forEach((subject, millis) -> samples(result(root, "sqs", subject), millis + 40, 1));
    save(root);
  }

  private void warm() throws IOException {
    ObjectNode root = root("warm");
    for (int payload : new int[] {1000, 100_000, 6_000_000}) {
      for (int concurrency : new int[] {1, 8}) {
        for (String subject : List.of("thaw", "aws-aot")) {
          ObjectNode result = result(root, "sqs", subject);
          result.put("payloadBytes", payload).put("concurrency", concurrency);
          ArrayNode rounds = result.putArray("rounds");
          double base = (subject.equals("thaw") ? 70 : 190) * Math.sqrt(payload / 1000.0);
          for (int round = 0; round < 3; round++) {
            ObjectNode sample = rounds.addObject();
            sample.put("p50Micros", noisy(base)).put("p90Micros", noisy(base * 1.3));
            sample.put("p99Micros", noisy(base * 2)).put("p999Micros", noisy(base * 9));
            sample.put("maxMicros", noisy(base * 20)).put("cpuMicros", noisy(base));
            sample.put("perSecond", 1e6 / base);
            if (subject.equals("thaw")) {
              sample.put("allocatedBytes", noisy(20_000));
            } else {
              sample.putNull("allocatedBytes");
            }
          }
        }
      }
    }
    save(root);
  }

  private void codecs() throws IOException {
    ArrayNode root = JSON.createArrayNode();
    for (String method : List.of("readThaw", "readAws", "readDatabind", "writeThaw", "writeAws")) {
      ObjectNode benchmark = root.addObject();
      benchmark.put("benchmark", "dev.thaw.benchmarks.CodecBenchmark." + method);
      benchmark.putObject("params").put("event", "SQS");
      double nanos = method.endsWith("Thaw") ? 2500 : 20_000;
      ObjectNode primary = benchmark.putObject("primaryMetric");
      primary.put("score", nanos).put("scoreError", 50.0).put("scoreUnit", "ns/op");
      benchmark
          .putObject("secondaryMetrics")
          .putObject("gc.alloc.rate.norm")
          .put("score", method.equals("writeThaw") ? 0.01 : nanos / 2);
    }
    Files.write(directory.resolve("bench-codecs.json"), JSON.writeValueAsBytes(root));
  }

  private void natives() throws IOException {
    ObjectNode root = root("native");
    samples(result(root, "sqs", "floor"), 28, 1);
    ObjectNode executable = result(root, "sqs", "native");
    executable.put("executableBytes", 12_300_000).put("libraryBytes", 500_000);
    samples(executable, 5, 1);
    save(root);
    ObjectNode variants = root("native-variants");
    for (String name : List.of("shipped", "Os")) {
      ObjectNode variant = result(variants, "sqs", name);
      variant.put("executableBytes", 12_300_000).put("libraryBytes", 0);
      samples(variant, 5, 1);
    }
    save(variants);
  }

  private static ObjectNode root(String mode) {
    ObjectNode root = JSON.createObjectNode().put("mode", mode).put("rounds", ROUNDS);
    root.put("date", "2026-11-24T10:00:00Z").put("commit", "0123456789ab");
    root.put("command", "bin/bench --" + mode);
    ObjectNode machine = root.putObject("machine");
    machine.put("cpu", "Example CPU").put("cores", 2).put("memoryMegabytes", 7800);
    machine.put("kernel", "6.1").put("load", "0.10");
    machine.put("jre", "25.0.3 with 25 modules").put("jdk", "25.0.3 with 70 modules");
    machine.putArray("libraries").add("aws-lambda-java-core-1.4.0.jar");
    root.putArray("results");
    return root;
  }

  private static ObjectNode result(ObjectNode root, String event, String subject) {
    ObjectNode result = ((ArrayNode) root.path("results")).addObject();
    return result.put("event", event).put("subject", subject);
  }

  private void samples(ObjectNode result, double millis, double factor) {
    ArrayNode samples = result.putArray("samples");
    for (int round = 0; round < ROUNDS; round++) {
      double response = noisy(millis * factor);
      samples
          .addObject()
          .put("initMillis", response * 0.8)
          .put("responseMillis", response)
          .put("cpuMillis", noisy(millis * 1.1))
          .put("residentKb", Math.rint(noisy(36_000)))
          .put("peakKb", Math.rint(noisy(37_000)))
          .put("minorFaults", Math.rint(noisy(5000)))
          .put("majorFaults", 0)
          .put("readMegabytes", noisy(52));
    }
  }

  private double noisy(double value) {
    return value * (1 + 0.03 * random.nextGaussian() + (random.nextInt(12) == 0 ? 0.2 : 0));
  }

  private void save(ObjectNode root) throws IOException {
    String file = Results.file(root.path("mode").asString());
    Files.write(directory.resolve(file), JSON.writeValueAsBytes(root));
  }
}
