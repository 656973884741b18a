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
 * Function.ResponseSizeTooLarge}; so is a streamed one unless the invocation was submitted with
 * {@link #submitStreaming}, which reads up to 200 MB piece by piece. The Extensions API serves
 * internal extensions. {@link #script} replaces or garbles single answers. It listens on the
 * loopback address, on any free port.
 */
public final class RuntimeApiServer implements AutoCloseable {
  /** Go's default, which RAPID has: AWS's client sends X-Ray causes of up to 1 MiB as a header. */
  private static final int MAX_HEAD = (1 << 20) + 4096;

  private final RuntimeApi api;
  private final Script script;
  private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
  private final BlockingQueue<ReceivedRequest> untaken = new LinkedBlockingQueue<>();
  private final boolean recording;
  private final LoopbackServer server;

  private RuntimeApiServer(Builder builder) throws IOException {
    Extensions extensions = new Extensions(builder.function);
    RuntimeStates states =
        builder.concurrency == 0
            ? new RuntimeStateMachine(extensions, builder.invocationIds)
            : new ManagedStateMachine(extensions, builder.invocationIds, builder.concurrency);
    this.api = new RuntimeApi(extensions, states, builder.snapStart);
    this.script = new Script(api, builder.answers);
    this.recording = builder.recording;
    this.server =
        LoopbackServer.start(0, new HttpLimits(MAX_HEAD, RuntimeApi.MAX_RESPONSE), new Recorder());
  }

  /**
   * Starts a server for an on-demand environment, which remembers every request.
   *
   * @throws UncheckedIOException if no port can be had
   */
  public static RuntimeApiServer start() {
    return builder().start();
  }

  /** Describes a server of another kind. */
  public static Builder builder() {
    return new Builder();
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

  /** The same for an invocation whose response is read while the runtime sends it. */
  public StreamedInvocation submitStreaming(InvocationRequest request) {
    return new StreamedInvocation(api.state.submit(request, true, () -> {}));
  }

  PendingInvocation offer(InvocationRequest request, Runnable delivered) {
    return api.state.submit(request, false, delivered);
  }

  /**
   * Changes the answer to the next call of that kind that is not scripted yet. Scripts of one kind
   * are used up in their order.
   */
  public void script(RuntimeCall call, ScriptedAnswer answer) {
    script.add(call, answer);
  }

  /** Closes, without a word, the connections on which no request is being answered. */
  public void closeIdleConnections() {
    try {
      server.closeIdle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** What an extension posts to {@code /extension/init/error} or {@code /extension/exit/error}. */
  public CompletableFuture<InvocationOutcome> extensionError() {
    return api.extensions.error().copy();
  }

  /** The extensions that have registered, in that order. */
  public List<RegisteredExtension> extensions() {
    return api.extensions.registered();
  }

  /**
   * When the runtime had asked to be restored, {@code GET /runtime/restore/next}, as {@link
   * System#nanoTime}: a snapshot can be taken.
   */
  public CompletableFuture<Long> restoreNext() {
    return api.restoreNext.copy();
  }

  /** Answers {@code GET /runtime/restore/next}, as Lambda does in each restored environment. */
  public void restore() {
    api.state.restore();
  }

  /** What the runtime posts to {@code /runtime/restore/error}. */
  public CompletableFuture<InvocationOutcome> restoreError() {
    return api.restoreError.copy();
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

  /** Cuts all connections; invocations that have not ended fail. */
  @Override
  public void close() {
    server.close();
    api.state.close();
  }

  /** Remembers requests before they are answered. */
  private final class Recorder implements HttpService {
    @Override
    public boolean streams(HttpHead head) {
      return api.streams(head);
    }

    @Override
    public HttpReply answer(ReceivedRequest request) throws IOException, InterruptedException {
      if (recording) {
        received.add(request);
        untaken.add(request);
      }
      return script.answer(request);
    }
  }

  /** Describes a server; unless told otherwise it is that of an on-demand environment. */
  public static final class Builder {
    private FunctionNames function = new FunctionNames("function", "$LATEST", "handler");
    private ScriptedAnswer answers = ScriptedAnswer.usual();
    private int concurrency;
    private boolean invocationIds;
    private boolean snapStart;
    private boolean recording = true;

    private Builder() {}

    /** What the Extensions API tells of the function. */
    public Builder function(String name, String version, String handler) {
      this.function = new FunctionNames(name, version, handler);
      return this;
    }

    /** A Managed Instances environment, to which so many invocations are given at a time. */
    public Builder concurrency(int concurrency) {
      this.concurrency = concurrency;
      return this;
    }

    /**
     * Every attempt without one gets a random {@code Lambda-Runtime-Invocation-Id}, as by Lambda
     * since July 2026.
     */
    public Builder invocationIds() {
      this.invocationIds = true;
      return this;
    }

    /** Serves {@code /runtime/restore} and the credentials endpoint; otherwise they are 404. */
    public Builder snapStart() {
      this.snapStart = true;
      return this;
    }

    /** How answers go out that are not scripted, such as {@code usual().dribbled()}. */
    public Builder answers(ScriptedAnswer answers) {
      this.answers = answers;
      return this;
    }

    /** Remembers no request: for environments that live long. */
    Builder withoutRecords() {
      this.recording = false;
      return this;
    }

    /**
     * Starts it.
     *
     * @throws UncheckedIOException if no port can be had
     */
    public RuntimeApiServer start() {
      try {
        return new RuntimeApiServer(this);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
