package dev.thaw.benchmarks.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with one page, spoken to by its DevTools protocol. */
final class Chromium implements AutoCloseable, WebSocket.Listener {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String LISTENING = "DevTools listening on ";
  private static final int TIMEOUT_SECONDS = 30;

  /** Events of the page since it was opened: what it asked for, logged and threw. */
  final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final StringBuilder message = new StringBuilder();
  private final WebSocket socket;
  private final String session;

  /**
   * @param profile an empty folder
   */
  Chromium(Path program, Path profile) throws Exception {
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(address()), this)
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    JsonNode target = call(null, "Target.createTarget", Map.of("url", "about:blank"));
    Map<String, Object> attach =
        Map.of("targetId", target.path("targetId").asString(), "flatten", true);
    session = call(null, "Target.attachToTarget", attach).path("sessionId").asString();
    for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
      call(domain + ".enable", Map.of());
    }
  }

  /** Where Chromium is installed; null where it is not. */
  static @Nullable Path find() {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return program;
        }
      }
    }
    return null;
  }

  private String address() throws IOException {
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(LISTENING)) {
        // whatever it says later must not fill the pipe
        Thread.ofVirtual().start(() -> output.lines().forEach(said -> {}));
        return line.substring(LISTENING.length());
      }
    }
    throw new IOException("Chromium ended with " + process.exitValue());
  }

  /** Shows a page in a window of a size, in light or dark. */
  void open(Path page, int width, int height, String scheme) throws Exception {
    events.clear();
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    call("Page.navigate", Map.of("url", page.toUri().toString()));
    for (int wait = 0; events("Page.loadEventFired").isEmpty(); wait++) {
      if (wait == TIMEOUT_SECONDS * 20) {
        throw new IOException(page + " was not loaded");
      }
      Thread.sleep(50);
    }
  }

  /** What an expression is in the page. */
  JsonNode evaluate(String expression) throws Exception {
    JsonNode answer =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException(answer.path("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** The whole page as PNG. */
  byte[] screenshot() throws Exception {
    JsonNode answer =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    return Base64.getDecoder().decode(answer.path("data").asString());
  }

  List<JsonNode> events(String method) {
    return events.stream().filter(event -> event.path("method").asString().equals(method)).toList();
  }

  private JsonNode call(String method, Map<String, ?> parameters) throws Exception {
    return call(session, method, parameters);
  }

  private JsonNode call(@Nullable String to, String method, Map<String, ?> parameters)
      throws Exception {
    int number = numbers.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    calls.put(number, answer);
    var call = JSON.createObjectNode().put("id", number).put("method", method);
    call.set("params", JSON.valueToTree(parameters));
    if (to != null) {
      call.put("sessionId", to);
    }
    socket.sendText(call.toString(), true).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    JsonNode given = answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    if (given.has("error")) {
      throw new IOException(method + ": " + given.path("error"));
    }
    return given.path("result");
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      JsonNode whole = JSON.readTree(message.toString());
      message.setLength(0);
      CompletableFuture<JsonNode> call = calls.remove(whole.path("id").asInt(0));
      if (call == null) {
        events.add(whole);
      } else {
        call.complete(whole);
      }
    }
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
