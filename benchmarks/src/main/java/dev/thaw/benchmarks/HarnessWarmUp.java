package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes the harness through whole starts before one is measured, or its own class loading would
 * stand in the first figure. The process is {@code cat}, which waits; a thread here polls and
 * answers for it.
 */
final class HarnessWarmUp {
  private static final int STARTS = 20;

  private HarnessWarmUp() {}

  /**
   * @param directory takes the log
   */
  static void run(Path directory) throws IOException, InterruptedException, MeasurementException {
    Path log = directory.resolve("harness-warm-up.log");
    Subject cat = new Subject("harness warm-up", List.of("cat"), directory, "none");
    for (int start = 0; start < STARTS; start++) {
      ColdStart.measure(
          cat.name(),
          BenchEvent.SQS,
          log,
          runtimeApi -> {
            Running running = cat.start(runtimeApi, log);
            Thread.ofPlatform().daemon().start(() -> serve(runtimeApi));
            return running;
          });
    }
  }

  private static void serve(String runtimeApi) {
    int port = Integer.parseInt(runtimeApi.substring(runtimeApi.indexOf(':') + 1));
    String path = " /2018-06-01/runtime/invocation/";
    byte[] answer = BenchEvent.SQS.answer().getBytes(UTF_8);
    String next = "GET" + path + "next HTTP/1.1\r\nHost: " + runtimeApi + "\r\n\r\n";
    String response =
        "POST"
            + path
            + "000000000001/response HTTP/1.1\r\nContent-Length: "
            + answer.length
            + "\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      out.write(next.getBytes(ISO_8859_1));
      in.read(new byte[64 * 1024]); // some of the event is enough
      out.write(response.getBytes(ISO_8859_1));
      out.write(answer);
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
