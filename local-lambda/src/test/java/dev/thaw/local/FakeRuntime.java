package dev.thaw.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A runtime in a process of its own, whose handler's name says what it does. */
final class FakeRuntime {
  private static final String BASE = "/2018-06-01/runtime/";

  private FakeRuntime() {}

  /** A function that runs it. */
  static FunctionConfiguration.Builder function(String name, String handler) {
    Path java = Path.of(System.getProperty("java.home", ""), "bin", "java");
    return FunctionConfiguration.builder(name)
        .handler(handler)
        .command(
            java.toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(),
            FakeRuntime.class.getName());
  }

  static String classPath() {
    String resource = FakeRuntime.class.getName().replace('.', '/') + ".class";
    String location = String.valueOf(FakeRuntime.class.getClassLoader().getResource(resource));
    return new File(location.substring("file:".length(), location.length() - resource.length()))
        .getPath();
  }

  public static void main(String[] arguments) throws Exception {
    String handler = variable("_HANDLER");
    String endpoint = variable("AWS_LAMBDA_RUNTIME_API");
    int port = Integer.parseInt(endpoint.substring(endpoint.indexOf(':') + 1));
    try (RawClient api = new RawClient(port)) {
      System.out.println("init");
      switch (handler) {
        case "init-error" -> {
          api.post(
              BASE + "init/error",
              "{\"errorMessage\":\"no table\",\"errorType\":\"NoTable\"}",
              "Lambda-Runtime-Function-Error-Type: Runtime.NoTable");
          System.exit(1);
        }
        case "exit-in-init" -> System.exit(7);
        case "slow-first-init" -> {
          // The first process finds no file; the second one finds what the first has left.
          if (Files.notExists(Path.of(variable("MARKER")))) {
            Files.createFile(Path.of(variable("MARKER")));
            Thread.sleep(60_000);
          }
        }
        case "slow-init" -> Thread.sleep(60_000);
        case "told-of-its-end" -> {
          register(port);
          atExit("ended");
        }
        case "not-told-of-its-end" -> atExit("ended");
        case "slow-end" -> {
          register(port);
          atExit("begun", "ended");
        }
        case "restored" -> {
          api.withoutTimeout();
          System.out.println("restored " + api.get(BASE + "restore/next").status());
        }
        case "restore-error" -> {
          api.get(BASE + "restore/next");
          api.post(
              BASE + "restore/error",
              "{\"errorMessage\":\"no\",\"errorType\":\"No\"}",
              "Lambda-Runtime-Function-Error-Type: Runtime.AfterRestoreError");
          System.exit(1);
        }
        case "concurrent" -> {
          for (int i = 1; i < Integer.parseInt(variable("AWS_LAMBDA_MAX_CONCURRENCY")); i++) {
            Thread.ofPlatform().start(() -> poll(port));
          }
          poll(port);
        }
        default -> {}
      }
      api.withoutTimeout();
      while (true) {
        RawClient.Answer next = api.get(BASE + "invocation/next");
        handle(handler, api, next);
      }
    }
  }

  private static void handle(String handler, RawClient api, RawClient.Answer next)
      throws Exception {
    String id = next.headers().get("lambda-runtime-aws-request-id");
    String path = BASE + "invocation/" + id;
    String response = next.body();
    switch (handler) {
      case "error" -> {
        api.post(
            path + "/error",
            "{\"errorMessage\":\"no\",\"errorType\":\"com.example.No\"}",
            "Lambda-Runtime-Function-Error-Type: Function.No");
        return;
      }
      case "exit" -> System.exit(Integer.parseInt(next.body()));
      case "sleep" -> Thread.sleep(Long.parseLong(next.body()));
      case "environment" -> response = json(new TreeMap<>(System.getenv()));
      case "headers" -> response = json(next.headers());
      case "pid" -> response = Long.toString(ProcessHandle.current().pid());
      case "print" -> {
        System.out.println("out Grüße");
        System.err.println("err");
        System.out.print("no end");
      }
      case "fixed" -> response = variable("RESPONSE");
      case "alb-echo" -> response = "{\"statusCode\":200,\"body\":" + quoted(next.body()) + "}";
      case "alb-echo-multi" ->
          response =
              "{\"statusCode\":200,\"multiValueHeaders\":{},\"body\":" + quoted(next.body()) + "}";
      case "large" -> response = "\"" + "x".repeat(6_291_556) + "\"";
      case "folder" -> response = "\"" + Path.of("").toAbsolutePath() + "\"";
      default -> {}
    }
    api.post(path + "/response", response, "Content-Type: application/json");
    if (handler.equals("respond-and-exit")) {
      System.exit(0);
    }
  }

  /** A worker whose invocations sleep, and answer the process's id. */
  private static void poll(int port) {
    try (RawClient api = new RawClient(port)) {
      api.withoutTimeout();
      while (true) {
        RawClient.Answer next = api.get(BASE + "invocation/next");
        Thread.sleep(Long.parseLong(next.body()));
        api.post(
            BASE
                + "invocation/"
                + next.headers().get("lambda-runtime-aws-request-id")
                + "/response",
            Long.toString(ProcessHandle.current().pid()));
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Registers an extension that waits for nothing, so that Lambda sends SIGTERM. */
  private static void register(int port) throws Exception {
    RawClient extension = new RawClient(port).withoutTimeout();
    String id =
        extension
            .post(
                "/2020-01-01/extension/register", "{\"events\":[]}", "Lambda-Extension-Name: quiet")
            .headers()
            .get("lambda-extension-identifier");
    extension.write(
        "GET /2020-01-01/extension/event/next HTTP/1.1\r\nHost: x\r\n"
            + "Lambda-Extension-Identifier: "
            + id
            + "\r\n\r\n");
  }

  /** At SIGTERM it makes files with these names, ten seconds apart. */
  private static void atExit(String... names) {
    Path folder = Path.of("").toAbsolutePath();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    for (int i = 0; i < names.length; i++) {
                      Thread.sleep(i * 10_000L);
                      Files.createFile(folder.resolve(names[i]));
                    }
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }));
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name);
    }
    return value;
  }

  private static String json(Map<String, String> values) {
    List<String> members =
        values.entrySet().stream()
            .map(e -> quoted(e.getKey()) + ":" + quoted(e.getValue()))
            .toList();
    return "{" + String.join(",", members) + "}";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
