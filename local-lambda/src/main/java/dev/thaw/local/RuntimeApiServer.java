package dev.thaw.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The Runtime API of one execution environment, as strict as Lambda's own.
 *
 * <p>For tests of a runtime: start it, give {@link #endpoint} to a process as {@code
 * AWS_LAMBDA_RUNTIME_API}, {@link #submit} invocations and look at their outcomes and at what the
 * process sent:
 *
 * <pre>{@code
 * try (RuntimeApiServer api = RuntimeApiServer.start()) {
 *   Process runtime = start("bootstrap", api.endpoint());
 *   InvocationOutcome outcome = api.submit(InvocationRequest.of("{}")).get(10, SECONDS);
 *   assertThat(outcome.text()).isEqualTo("null");
 *   assertThat(api.takeRequest(Duration.ofSeconds(10)).header("User-Agent")).isNotNull();
 * }
 * }</pre>
 *
 * <p>The order of calls, the status codes and the error bodies are those of RAPID, Lambda's side of
 * the API. A response over 6,291,556 bytes is answered with 413 and ends the invocation with {@code
 * Function.ResponseSizeTooLarge}; streamed responses are buffered under the same limit. Extensions
 * and SnapStart's restore are not served: 404. It listens on the loopback address, on any free
 * port.
 */
public final class RuntimeApiServer implements AutoCloseable {
  /** Go's default, which RAPID has: AWS's client sends X-Ray causes of up to 1 MiB as a header. */
  private static final int MAX_HEAD = (1 << 20) + 4096;

  private final RuntimeApi api = new RuntimeApi();
  private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
  private final BlockingQueue<ReceivedRequest> untaken = new LinkedBlockingQueue<>();
  private final boolean recording;
  private final LoopbackServer server;

  private RuntimeApiServer(boolean recording) throws IOException {
    this.recording = recording;
    this.server =
        LoopbackServer.start(
            0, new HttpLimits(MAX_HEAD, RuntimeApi.MAX_RESPONSE), this::recordAndAnswer);
  }

  /**
   * Starts a server that remembers every request.
   *
   * @throws UncheckedIOException if no port can be had
   */
  public static RuntimeApiServer start() {
    return start(true);
  }

  /** Starts a server that remembers nothing: for environments that live long. */
  static RuntimeApiServer start(boolean recording) {
    try {
      return new RuntimeApiServer(recording);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Host and port: the value of {@code AWS_LAMBDA_RUNTIME_API}. */
  public String endpoint() {
    return "127.0.0.1:" + server.port();
  }

  /** The port. */
  public int port() {
    return server.port();
  }

  /**
   * Queues an invocation for the runtime's next {@code /next}.
   *
   * @return how it ends; fails with {@link IllegalStateException} if the server is closed first
   */
  public CompletableFuture<InvocationOutcome> submit(InvocationRequest request) {
    return offer(request, () -> {}).outcome;
  }

  PendingInvocation offer(InvocationRequest request, Runnable delivered) {
    return api.state.submit(request, delivered);
  }

  /** Waits until the runtime asks for the next invocation; false if it does not in time. */
  boolean awaitNext(Duration timeout) throws InterruptedException {
    return api.state.awaitNext(timeout);
  }

  /** Queues an invocation whose outcome is of no interest. */
  public void enqueue(InvocationRequest request) {
    var _ = submit(request);
  }

  /**
   * Ends an invocation as Lambda does when its time is over: with {@code Sandbox.Timedout}. What
   * the runtime says of it later is answered with 410.
   */
  public void timeOut(InvocationRequest request) {
    end(request, InvocationOutcome.platformError("Sandbox.Timedout", "Task timed out"));
  }

  void end(InvocationRequest request, InvocationOutcome outcome) {
    api.state.end(request.requestId(), outcome);
  }

  void endAll(Function<InvocationRequest, InvocationOutcome> outcomes) {
    api.state.endAll(outcomes);
  }

  /** What the runtime posts to {@code /runtime/init/error}. */
  public CompletableFuture<InvocationOutcome> initError() {
    return api.initError.copy();
  }

  /** When the first {@code /next} came in, as {@link System#nanoTime}. */
  public CompletableFuture<Long> firstNext() {
    return api.firstNext.copy();
  }

  /** When the first {@code /response} had come in whole, as {@link System#nanoTime}. */
  public CompletableFuture<Long> firstResponse() {
    return api.firstResponse.copy();
  }

  /** Every request so far, in the order of their arrival; a waiting {@code /next} too. */
  public List<ReceivedRequest> requests() {
    return new ArrayList<>(received);
  }

  /**
   * The oldest request that has not been taken yet; waits for it.
   *
   * @throws TimeoutException if none arrives in time
   */
  public ReceivedRequest takeRequest(Duration timeout)
      throws InterruptedException, TimeoutException {
    ReceivedRequest request = untaken.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    if (request == null) {
      throw new TimeoutException("no request within " + timeout);
    }
    return request;
  }

  private HttpReply recordAndAnswer(ReceivedRequest request) throws InterruptedException {
    if (recording) {
      received.add(request);
      untaken.add(request);
    }
    return api.answer(request);
  }

  /** Cuts all connections; invocations that have not ended fail. */
  @Override
  public void close() {
    server.close();
    api.state.close();
  }
}
