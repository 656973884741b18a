package dev.thaw.runtime;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API, as one execution environment uses it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi {
  private static final String PATH = "/2018-06-01/runtime/";

  private static final String JSON = "application/json";
  private static final String ERROR_JSON = "application/vnd.aws.lambda.error+json";

  /** How often the environment asks whether it was restored, if its connections break. */
  private static final int RESTORE_ATTEMPTS = 3;

  private static final byte[] REQUEST_ID = HttpHeaders.lowerCase("lambda-runtime-aws-request-id");
  private static final byte[] OUT_OF_MEMORY =
      ("{\"errorMessage\":\"Out of memory, and too little is left to tell where\","
              + "\"errorType\":\"java.lang.OutOfMemoryError\",\"stackTrace\":[]}")
          .getBytes(StandardCharsets.US_ASCII);

  private static final byte[] NONE = new byte[0];

  private final HttpAddress address;
  private final HttpConnection connection;
  private final FunctionLog log;
  private final RequestHeads heads;
  private final byte[] nextRequest;
  private volatile boolean waiting;
  private volatile boolean ending;

  RuntimeApi(HttpAddress address, FunctionLog log) {
    this.address = address;
    this.connection = new HttpConnection(address);
    this.log = log;
    this.heads = new RequestHeads(address);
    this.nextRequest = heads.get(PATH + "invocation/next", "");
  }

  /** Begins to connect while the function is built. */
  void openInBackground() {
    connection.openInBackground();
  }

  /**
   * Permits to register the extension that makes Lambda send SIGTERM. Not before it is certain that
   * this process goes on: no other could wait in its place.
   */
  void registerExtension() {
    connection.registerExtension();
  }

  /** Ends the extension's wait, before the process ends. */
  void leave() {
    connection.leave();
  }

  /** The same Runtime API on a connection of its own. */
  RuntimeApi another() {
    return new RuntimeApi(address, log);
  }

  /**
   * Ends the wait for an invocation from a shutdown hook: the JVM would grant a thread that is
   * blocked in the operating system 300 milliseconds to come back, twice what Lambda leaves.
   */
  void end() {
    ending = true;
    leave();
    if (waiting) {
      connection.hangUp();
    }
  }

  /** Whether the process ends anyway, so that nothing has broken off. */
  boolean ending() {
    return ending;
  }

  /** Gives the connection up. */
  void close() {
    connection.close();
  }

  /**
   * Waits for the next invocation, as long as it takes.
   *
   * @return valid until the next call of any method
   * @throws IOException if the answer is anything but an invocation: the process cannot go on
   */
  NextInvocation next() throws IOException {
    HttpAnswer answer;
    waiting = true;
    try {
      do {
        answer = connection.exchange(nextRequest, nextRequest.length, NONE, 0, 0);
      } while (answer.status() == 204); // nothing yet, as AWS's client for Rust reads it
    } finally {
      waiting = false;
    }
    if (answer.status() != 200) {
      throw new ProtocolException("The Runtime API answered " + answer.status() + " to /next");
    }
    String requestId = answer.header(REQUEST_ID);
    if (requestId == null) {
      throw new ProtocolException(
          "The Runtime API's answer to /next has no Lambda-Runtime-Aws-Request-Id");
    }
    return new NextInvocation(requestId, answer);
  }

  /** Answers an invocation. A refusal is logged, and final: the invocation is over either way. */
  void respond(NextInvocation invocation, Payload response) throws IOException {
    HttpAnswer answer =
        post(
            "invocation/" + PathSegment.of(invocation.requestId()) + "/response",
            JSON,
            invocation.id(),
            null,
            null,
            response);
    check(answer.status(), "the response to", invocation.requestId());
  }

  /** Fails an invocation. A refusal is logged, and final. */
  void fail(NextInvocation invocation, ErrorReport error) throws IOException {
    HttpAnswer answer =
        post(
            "invocation/" + PathSegment.of(invocation.requestId()) + "/error",
            ERROR_JSON,
            invocation.id(),
            error.type(),
            error.xrayCause(),
            error.json());
    check(answer.status(), "the error of", invocation.requestId());
  }

  /** Fails the init phase; the process must exit. */
  void failInit(ErrorReport error) throws IOException {
    HttpAnswer answer =
        post("init/error", ERROR_JSON, null, error.type(), error.xrayCause(), error.json());
    check(answer.status(), "the error of", "the init phase");
  }

  /**
   * Lets Lambda take a snapshot, and returns once the environment was restored from it. Whatever
   * comes next goes over a new connection.
   *
   * <p>The one that the question was asked on stands in the snapshot, and may turn out to be broken
   * when it is restored; then the question is asked again. Had it been answered, Lambda answers
   * once more or refuses.
   *
   * @throws IOException if the answer is anything but 200: the process cannot go on
   */
  void restoreNext() throws IOException {
    byte[] request = heads.get(PATH + "restore/next", "");
    HttpAnswer answer = null;
    for (int attempt = 1; answer == null; attempt++) {
      try {
        answer = connection.exchange(request, request.length, NONE, 0, 0);
      } catch (SocketException | EOFException e) {
        if (attempt == RESTORE_ATTEMPTS) {
          throw e;
        }
      }
    }
    connection.close();
    if (answer.status() != 200) {
      throw new ProtocolException(
          "The Runtime API answered " + answer.status() + " to /restore/next");
    }
  }

  /** Fails the restore; the process must exit. */
  void failRestore(ErrorReport error) throws IOException {
    HttpAnswer answer = post("restore/error", ERROR_JSON, null, error.type(), null, error.json());
    check(answer.status(), "the error of", "the restore");
  }

  /**
   * Fails an invocation with what needs next to no memory, and no class that is not there already.
   *
   * @param invocation null for the init phase
   */
  void failOutOfMemory(@Nullable NextInvocation invocation) throws IOException {
    logOutOfMemory();
    HttpAnswer answer =
        post(
            invocation == null
                ? "init/error"
                : "invocation/" + PathSegment.of(invocation.requestId()) + "/error",
            ERROR_JSON,
            invocation == null ? null : invocation.id(),
            "Function.OutOfMemoryError",
            null,
            Payload.of(OUT_OF_MEMORY));
    check(answer.status(), "the error of", "a process without memory");
  }

  /** Logs with as little that there is none. */
  void logOutOfMemory() {
    log.outOfMemory();
  }

  private HttpAnswer post(
      String path,
      String contentType,
      @Nullable String invocationId,
      @Nullable String errorType,
      @Nullable String xrayCause,
      Payload body)
      throws IOException {
    StringBuilder head = postHead(path, contentType, invocationId);
    head.append("Content-Length: ").append(body.length()).append("\r\n");
    if (errorType != null) {
      head.append("Lambda-Runtime-Function-Error-Type: ").append(errorType).append("\r\n");
    }
    if (xrayCause != null) {
      head.append("Lambda-Runtime-Function-XRay-Error-Cause: ").append(xrayCause).append("\r\n");
    }
    byte[] bytes = RequestHeads.end(head);
    return connection.exchange(bytes, bytes.length, body.bytes(), body.offset(), body.length());
  }

  private StringBuilder postHead(String path, String contentType, @Nullable String invocationId) {
    StringBuilder head = heads.post(PATH + path, contentType);
    // One that is malformed fails its invocation, and must not break out of its line here.
    if (invocationId != null && RequestHeads.isHeaderValue(invocationId)) {
      head.append("Lambda-Runtime-Invocation-Id: ").append(invocationId).append("\r\n");
    }
    return head;
  }

  /**
   * Connects for a response that is streamed. The other connection would idle meanwhile, for many
   * minutes perhaps, and a server that serves one at a time would not come to this one.
   */
  ChunkedPost connect() throws IOException {
    connection.close();
    return ChunkedPost.open(address);
  }

  /** The head of a response that is streamed. */
  byte[] streamHead(NextInvocation invocation, String contentType) {
    String path = "invocation/" + PathSegment.of(invocation.requestId()) + "/response";
    return RequestHeads.end(
        postHead(path, contentType, invocation.id())
            .append("Lambda-Runtime-Function-Response-Mode: streaming\r\n")
            .append("Transfer-Encoding: chunked\r\n")
            .append("Trailer: Lambda-Runtime-Function-Error-Type,")
            .append(" Lambda-Runtime-Function-Error-Body\r\n")
            .append("Connection: close\r\n"));
  }

  /** Logs what does not end the process. */
  void warn(String message) {
    log.warn(message);
  }

  /**
   * Logs a refusal.
   *
   * @throws IOException if the Runtime API has failed: the process cannot go on
   */
  void check(int status, String what, String of) throws IOException {
    if (status >= 200 && status < 300) {
      return;
    }
    String message = "The Runtime API answered " + status + " to " + what + " " + of;
    if (status >= 500) {
      throw new ProtocolException(message);
    }
    log.warn(message);
  }
}
