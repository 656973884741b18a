package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bootstrap} does for SnapStart, with the function's own cache. */
class SnapStartIT {
  @TempDir private static Path folder;

  @Test
  void hooksRunAndNamesAreResolvedAnew() throws Exception {
    Path taskRoot = folder.resolve("task");
    Map<String, byte[]> classes =
        Functions.compileText(
            Map.of("Snapped", Files.readString(Functions.SOURCES.resolve("shop/Snapped.java"))));
    Functions.jar(taskRoot.resolve("lib/snapped.jar"), classes);
    Files.copy(
        Path.of(Core.class.getProtectionDomain().getCodeSource().getLocation().toURI()),
        taskRoot.resolve("lib/crac.jar"));
    ThawTrain.succeeding(taskRoot, "shop.Snapped");
    Path hosts = Files.writeString(folder.resolve("hosts"), "192.0.2.1 orders.test\n");
    Path loaded = folder.resolve("classes");

    CompletableFuture<String> response = new CompletableFuture<>();
    AtomicBoolean invoked = new AtomicBoolean();
    HttpServer api =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          if (path.contains("/extension/")) {
            answer(exchange, 404, "");
          } else if (path.endsWith("/restore/next")) {
            Files.writeString(hosts, "192.0.2.2 orders.test\n");
            answer(exchange, 200, "");
          } else if (path.endsWith("/invocation/next")) {
            if (!invoked.getAndSet(true)) {
              exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "8476");
              answer(exchange, 200, "\"\"");
            }
          } else {
            response.complete(path.substring(path.lastIndexOf('/')) + " " + body);
            answer(exchange, 202, "");
          }
        });
    api.start();
    ProcessBuilder builder = new ProcessBuilder(Layer.BOOTSTRAP.toString());
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "_HANDLER",
                "shop.Snapped",
                "LAMBDA_TASK_ROOT",
                taskRoot.toString(),
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                "snap-start",
                "AWS_LAMBDA_RUNTIME_API",
                "127.0.0.1:" + api.getAddress().getPort(),
                "JAVA_TOOL_OPTIONS",
                "-Djdk.net.hosts.file="
                    + hosts
                    + " -XX:AOTMode=on -Xlog:class+load:file="
                    + loaded
                    + ":none"));
    Path log = folder.resolve("log");
    Process process =
        builder
            .redirectOutput(log.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    try {
      assertThat(response.get(30, TimeUnit.SECONDS))
          .isEqualTo("/response \"built at 192.0.2.1, snapped, restored at 192.0.2.2\"");
      assertThat(log).isEmptyFile();
      LoadedClasses.in(loaded).assertFromCache("shop.Snapped");
    } finally {
      process.destroyForcibly().waitFor();
      api.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
