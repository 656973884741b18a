import dev.thaw.local.AlbTarget;
import dev.thaw.local.FunctionConfiguration;
import dev.thaw.local.InvocationResult;
import dev.thaw.local.LocalLambda;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the examples their events on a local Lambda, and says what came out and how fast. */
final class Demo {
  private static final String NATIVE = "native";
  private static final int WARM = 20;
  private static final int STARTS = 5;
  private static final Pattern REPORT =
      Pattern.compile(
          "REPORT .*\\bDuration: ([0-9.]+) ms\\s+Billed.*?(?:Init Duration: ([0-9.]+) ms.*)?");

  private static final List<Example> EXAMPLES =
      List.of(
          new Example(
              "ProductPage", "Application Load Balancer", "alb.json", "Ice pick, 24.90 EUR\n"),
          new Example("Moderation", "SQS", "sqs.json", "{\"batchItemFailures\":[]}"),
          new Example("Catalogue", "S3", "s3.json", "\"1 objects, 1305107 bytes\""),
          new Example("WordCount", "Kinesis", "kinesis.json", "{\"batchItemFailures\":[]}"),
          new Example("AuditTrail", "DynamoDB", "dynamodb.json", "{\"batchItemFailures\":[]}"));

  private record Example(String name, String trigger, String event, String answer) {}

  private final Path examples;
  private final Path taskRoot;
  private final Path bootstrap;
  private final Path executable;
  private final boolean natively;
  private final String bold;
  private final String plain;
  private final Map<String, List<String>> logs = new ConcurrentHashMap<>();
  private boolean right = true;

  private Demo(Path root, boolean terminal, boolean natively) {
    this.natively = natively;
    examples = root.resolve("examples");
    taskRoot = examples.resolve("target/function");
    bootstrap = root.resolve("container-base-image/target/thaw/bootstrap");
    executable = examples.resolve("target/native/bootstrap");
    bold = terminal ? "\u001b[1m" : "";
    plain = terminal ? "\u001b[0m" : "";
  }

  public static void main(String[] args) throws Exception {
    Demo demo = new Demo(Path.of(args[0]), args[1].equals("terminal"), args[2].equals("--native"));
    demo.functions();
    demo.caches();
    System.exit(demo.right ? 0 : 1);
  }

  /** Every example with its event: the load balancer's as a real HTTP request. */
  private void functions() throws Exception {
    LocalLambda.Builder builder = LocalLambda.builder().logs(this::log);
    String start = natively ? NATIVE : "function";
    for (Example example : EXAMPLES) {
      builder.function(function(example.name(), example.name(), start));
    }
    builder.function(function("Carts", "Carts", start));
    builder.alb(new AlbTarget("ProductPage", 0, false));
    builder.alb(new AlbTarget("Carts", 0, true));
    try (LocalLambda lambda = builder.start()) {
      shop(lambda);
      for (Example example : EXAMPLES) {
        System.out.println(bold + example.name() + plain + "  " + example.trigger());
        if (example.event().equals("alb.json")) {
          browse(example, lambda.alb(example.name()).resolve("/lambda?query=1234ABCD"));
        } else {
          invoke(example, lambda);
        }
      }
    }
  }

  /** An HTTP API: routes, JSON bodies, errors. */
  private void shop(LocalLambda lambda) throws Exception {
    System.out.println(bold + "Carts" + plain + "  Application Load Balancer, HttpHandler");
    URI cart = lambda.alb("Carts").resolve("/carts/7");
    String items = "{\"items\":[{\"name\":\"Ice pick\",\"count\":2}]}";
    expect("{\"message\":\"There is no such cart\"}", shown(cart));
    String first = report("Carts");
    expect(items, put(cart, items));
    expect(items, shown(cart));
    expect(
        "{\"message\":\"The body is not as expected: Expected an int but found a string that holds"
            + " none at $.items[0].count (byte 19)\"}",
        put(cart, "{\"items\":[{\"count\":\"many\"}]}"));
    say("", "cold start " + shown(number(first, 1) + number(first, 2)));
    System.out.println();
  }

  private void expect(String expected, String answer) {
    say("out", answer);
    if (!answer.equals(expected)) {
      right = false;
      say("", "WRONG: expected " + expected);
    }
  }

  private String put(URI uri, String json) throws IOException, InterruptedException {
    say("in", "curl -X PUT -d '" + json + "' '" + uri + "'");
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(json);
    return send(HttpRequest.newBuilder(uri).PUT(body).build(), "-X", "PUT", "-d", json);
  }

  private void browse(Example example, URI uri) throws Exception {
    String answer = shown(uri);
    say("out", answer.strip());
    List<Double> warm = new ArrayList<>();
    String first = report(example.name());
    for (int i = 0; i < WARM; i++) {
      get(uri);
      warm.add(number(report(example.name()), 1));
    }
    judge(example, answer, number(first, 1) + number(first, 2), warm);
  }

  private void invoke(Example example, LocalLambda lambda) throws Exception {
    Path file = examples.resolve("events").resolve(example.event());
    byte[] event = Files.readAllBytes(file);
    say("in", "examples/events/" + example.event() + ", " + event.length + " bytes");
    InvocationResult cold = lambda.invoke(example.name(), event);
    for (String line : logs.getOrDefault(example.name(), List.of())) {
      if (!line.startsWith("START ") && !line.startsWith("END ") && !line.startsWith("REPORT ")) {
        say("log", line);
      }
    }
    say("out", cold.outcome().text());
    List<Double> warm = new ArrayList<>();
    for (int i = 0; i < WARM; i++) {
      warm.add(milliseconds(lambda.invoke(example.name(), event)));
    }
    judge(example, cold.outcome().text(), start(cold), warm);
  }

  private void judge(Example example, String answer, double cold, List<Double> warm) {
    boolean same = answer.equals(example.answer());
    right &= same;
    say(
        "",
        "cold start %s, warm %.2f ms%s"
            .formatted(
                shown(cold), median(warm), same ? "" : "  WRONG: expected " + example.answer()));
    System.out.println();
  }

  /** The same function from each cache, and as an executable: in turn, since machines drift. */
  private void caches() throws Exception {
    Map<String, String> caches = new TreeMap<>();
    if (natively) {
      caches.put("0 " + NATIVE, "a native executable");
    }
    caches.put("1 function", "its own AOT cache");
    caches.put("2 layer", "the layer's AOT cache");
    caches.put("3 off", "no AOT cache");
    byte[] event = Files.readAllBytes(examples.resolve("events/sqs.json"));
    Map<String, List<Double>> starts = new TreeMap<>();
    for (int i = 0; i < STARTS; i++) {
      for (String cache : caches.keySet()) {
        try (LocalLambda lambda =
            LocalLambda.builder()
                .logs((function, line) -> {})
                .function(function("Moderation", "Moderation", cache.substring(2)))
                .start()) {
          InvocationResult result = lambda.invoke("Moderation", event);
          right &= result.outcome().succeeded();
          starts.computeIfAbsent(cache, key -> new ArrayList<>()).add(start(result));
        }
      }
    }
    System.out.println(
        bold
            + "Cold start of Moderation"
            + plain
            + "  process start to response, median of "
            + STARTS);
    caches.forEach(
        (cache, text) -> System.out.printf("  %-24s%7s%n", text, shown(median(starts.get(cache)))));
    System.out.println();
    System.out.println(right ? "All answers were right." : "Not all answers were right.");
  }

  private FunctionConfiguration function(String name, String handler, String cache) {
    return FunctionConfiguration.builder(name)
        .handler("com.example." + handler)
        .taskRoot(taskRoot)
        .bootstrap(cache.equals(NATIVE) ? executable : bootstrap)
        .environment("THAW_CACHE", cache)
        .build();
  }

  private void log(String function, String line) {
    logs.computeIfAbsent(function, key -> java.util.Collections.synchronizedList(new ArrayList<>()))
        .add(line);
  }

  /** The line with which Lambda ends the log of an invocation; it comes just after the answer. */
  private String report(String function) throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      List<String> lines = logs.getOrDefault(function, List.of());
      if (!lines.isEmpty() && lines.getLast().startsWith("REPORT ")) {
        return logs.remove(function).getLast();
      }
      Thread.sleep(2);
    }
    throw new IllegalStateException("No REPORT line of " + function);
  }

  private static double number(String report, int group) {
    Matcher matcher = REPORT.matcher(report);
    if (!matcher.matches() || matcher.group(group) == null) {
      throw new IllegalStateException(report);
    }
    return Double.parseDouble(matcher.group(group));
  }

  private static String shown(URI uri) throws IOException, InterruptedException {
    say("in", "curl '" + uri + "'");
    return get(uri);
  }

  private static String get(URI uri) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri).build());
  }

  /** By curl, where there is one. */
  private static String send(HttpRequest request, String... options)
      throws IOException, InterruptedException {
    List<String> curl = new ArrayList<>(List.of("curl", "--silent", "--show-error"));
    curl.addAll(List.of(options));
    curl.add(request.uri().toString());
    try {
      Process process = new ProcessBuilder(curl).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
      }
      return answer;
    } catch (IOException e) {
      try (HttpClient client = HttpClient.newHttpClient()) {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      }
    }
  }

  private static double start(InvocationResult cold) {
    return cold.firstResponse().orElseThrow().toNanos() / 1e6;
  }

  private static double milliseconds(InvocationResult warm) {
    return warm.duration().toNanos() / 1e6;
  }

  private static String shown(double milliseconds) {
    return (milliseconds < 10 ? "%.1f ms" : "%.0f ms").formatted(milliseconds);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static void say(String what, String text) {
    System.out.printf("  %-4s %s%n", what, text);
  }
}
