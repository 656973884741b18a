package dev.thaw.training;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The smallest Runtime API that can feed a function: event after event, on loopback, and what
 * became of each. When all are answered it keeps the function waiting, as it does the extension
 * that the runtime registers.
 */
final class TrainingApi implements AutoCloseable {
  private static final int MAX_BODY = 16 * 1024 * 1024;
  private static final int MAX_LINE = 64 * 1024;
  private static final String ACCEPTED =
      "HTTP/1.1 202 Accepted\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n";
  private static final String ID = "8476a536-e9f4-11e8-9739-2dfe598c3f";

  private final ServerSocket server;
  private final List<TrainingEvent> events;
  private final List<String> failures = new ArrayList<>();
  private final CompletableFuture<@Nullable String> done = new CompletableFuture<>();
  private final TrainingOutput output;
  private final int seconds;
  private int current = -1;
  private long began = System.nanoTime();

  /**
   * Begins to listen.
   *
   * @param output held back while the function handles an event that may end either way
   * @param seconds how long the function may take for each, by what it is told
   */
  TrainingApi(List<TrainingEvent> events, TrainingOutput output, int seconds) throws IOException {
    this.events = List.copyOf(events);
    this.output = output;
    this.seconds = seconds;
    server = new ServerSocket(0, 8, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    Thread.ofVirtual().name("training-api").start(this::serve);
  }

  /** As in {@code AWS_LAMBDA_RUNTIME_API}. */
  String authority() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Null when every event was answered; otherwise why that will not be, for people. */
  CompletableFuture<@Nullable String> done() {
    return done;
  }

  /** What the function is at, for the report. */
  synchronized String step() {
    return current < 0 ? "its init phase" : events.get(Math.min(current, events.size() - 1)).name();
  }

  /** When it began with that, as {@link System#nanoTime} has it. */
  synchronized long stepBegan() {
    return began;
  }

  /** The function's process is gone: nothing more will come. */
  void processEnded(int status) {
    String killed = status == 137 ? ", killed: was there too little memory?" : "";
    done.complete("The process ended during " + step() + " (status " + status + killed + ")");
  }

  /** One entry for each event that ended otherwise than expected, for people. */
  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        // A response that is streamed has a connection of its own.
        Thread.ofVirtual().name("training-connection").start(() -> serve(socket));
      } catch (IOException e) {
        return; // the training is over
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (answer(in, socket.getOutputStream())) {
        // the next request on this connection
      }
    } catch (IOException e) {
      // The function has gone, or the training is over: whoever waits for it sees that.
    }
  }

  private boolean answer(InputStream in, OutputStream out) throws IOException {
    String request = readLine(in);
    if (request == null) {
      return false;
    }
    int length = 0;
    boolean chunked = false;
    for (String line = readLine(in); line != null && !line.isEmpty(); line = readLine(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
      chunked |= line.equalsIgnoreCase("transfer-encoding: chunked");
    }
    if (length > MAX_BODY) {
      throw new IOException("The function answered with " + length + " bytes");
    }
    if (chunked) {
      return streamed(in, out);
    }
    byte[] body = in.readNBytes(length);
    if (request.contains(" /2020-01-01/extension/register ")) {
      write(out, "HTTP/1.1 200 OK\r\nLambda-Extension-Identifier: " + ID + "00\r\n");
      write(out, "Content-Length: 2\r\n\r\n{}");
      return true;
    }
    if (request.contains("/extension/")) {
      return true; // waits for ever
    }
    if (request.startsWith("GET ")) {
      return next(out);
    }
    if (request.contains("/init/error ")) {
      done.complete("The init phase failed: " + ErrorText.of(body));
    } else {
      boolean failed = request.contains("/error ");
      record(failed, failed ? ErrorText.of(body) : "");
    }
    write(out, ACCEPTED);
    return true;
  }

  /** A response that is streamed; its trailers tell of an error midway. */
  private boolean streamed(InputStream in, OutputStream out) throws IOException {
    for (String size = readLine(in); size != null && !size.equals("0"); size = readLine(in)) {
      in.skipNBytes(Integer.parseInt(size, 16));
      readLine(in);
    }
    boolean failed = false;
    byte[] error = {};
    for (String line = readLine(in); line != null && !line.isEmpty(); line = readLine(in)) {
      failed |= line.startsWith("Lambda-Runtime-Function-Error-Type:");
      if (line.startsWith("Lambda-Runtime-Function-Error-Body:")) {
        error = Base64.getMimeDecoder().decode(line.substring(line.indexOf(':') + 1));
      }
    }
    record(failed, failed ? ErrorText.of(error) : "");
    write(out, ACCEPTED);
    return false;
  }

  /** Answers with the next event; when there is none, leaves the function waiting. */
  private synchronized boolean next(OutputStream out) throws IOException {
    current++;
    began = System.nanoTime();
    boolean more = current < events.size();
    output.mute(more && events.get(current).expected() == TrainingEvent.Expected.EITHER);
    if (!more) {
      done.complete(null);
      return true;
    }
    TrainingEvent event = events.get(current);
    StringBuilder head = new StringBuilder(512);
    head.append("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
    head.append("Lambda-Runtime-Aws-Request-Id: ").append(ID).append(10 + current).append("\r\n");
    head.append("Lambda-Runtime-Deadline-Ms: ")
        .append(System.currentTimeMillis() + seconds * 1000L);
    head.append("\r\nLambda-Runtime-Invoked-Function-Arn: ");
    head.append("arn:aws:lambda:us-east-1:123456789012:function:training\r\n");
    head.append("Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;");
    head.append("Parent=9a9197af755a6419;Sampled=1\r\n");
    if (event.clientContext() != null) {
      head.append("Lambda-Runtime-Client-Context: ").append(event.clientContext()).append("\r\n");
    }
    head.append("Content-Length: ").append(event.json().length).append("\r\n\r\n");
    write(out, head.toString());
    out.write(event.json());
    return true;
  }

  private synchronized void record(boolean failed, String error) {
    TrainingEvent event = events.get(Math.max(current, 0));
    boolean wanted =
        switch (event.expected()) {
          case SUCCESS -> !failed;
          case FAILURE -> failed;
          case EITHER -> true;
        };
    String failure = event.name() + (failed ? " failed: " + error : " should have failed");
    if (!wanted && !failures.contains(failure)) { // an event that is fed twice fails twice
      failures.add(failure);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static @Nullable String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return null;
      }
      if (line.length() == MAX_LINE) {
        throw new IOException("The function sent a line longer than " + MAX_LINE + " bytes");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
