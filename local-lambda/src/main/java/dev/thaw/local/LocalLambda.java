package dev.thaw.local;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lambda on this machine: functions in processes of their own, an invoke API and HTTP front doors.
 *
 * <pre>{@code
 * try (LocalLambda lambda =
 *     LocalLambda.builder().function(orders).alb(new AlbTarget("orders", 0, false)).start()) {
 *   lambda.invoke("orders", "{}".getBytes(UTF_8));
 *   HttpRequest.newBuilder(lambda.alb("orders"))...
 * }
 * }</pre>
 *
 * <p>Everything listens on the loopback address. Processes are killed at {@link #close}, and when
 * this virtual machine ends without it.
 */
public final class LocalLambda implements AutoCloseable {
  private static final int MAX_HEAD = 1 << 16;

  private final Map<String, LocalFunction> functions = new LinkedHashMap<>();
  private final Map<String, URI> frontDoors = new LinkedHashMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Thread hook = new Thread(this::stop, "local-lambda-shutdown");
  private final AsynchronousInvoker asynchronous;
  private final URI invokeEndpoint;

  private LocalLambda(Builder builder) throws IOException {
    asynchronous = new AsynchronousInvoker(builder.retryDelays, builder.failures);
    for (FunctionConfiguration configuration : builder.functions) {
      LocalFunction function = new LocalFunction(configuration, builder.listener);
      if (functions.put(configuration.name(), function) != null) {
        throw new IllegalArgumentException("two functions with the name " + configuration.name());
      }
    }
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      LoopbackServer server =
          LoopbackServer.start(
              builder.invokePort,
              new HttpLimits(MAX_HEAD, InvokeApi.MAX_PAYLOAD),
              new InvokeApi(functions, asynchronous));
      open.add(server);
      invokeEndpoint = uri(server);
      for (AlbTarget target : builder.albs) {
        open(target);
      }
      WarmUp.run();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void open(AlbTarget target) throws IOException {
    AlbFrontDoor door = new AlbFrontDoor(function(target.functionName()), target);
    LoopbackServer server =
        LoopbackServer.start(target.port(), new HttpLimits(MAX_HEAD, AlbFrontDoor.MAX_BODY), door);
    door.listeningAt(server.port());
    open.add(server);
    frontDoors.put(target.functionName(), uri(server));
  }

  /** Starts to describe a local Lambda. */
  public static Builder builder() {
    return new Builder();
  }

  /** Where the invoke API listens: the value of {@code --endpoint-url}. */
  public URI invokeEndpoint() {
    return invokeEndpoint;
  }

  /**
   * Where a function's load balancer listens.
   *
   * @throws IllegalArgumentException if the function has none
   */
  public URI alb(String functionName) {
    URI uri = frontDoors.get(functionName);
    if (uri == null) {
      throw new IllegalArgumentException("no load balancer for " + functionName);
    }
    return uri;
  }

  /**
   * Invokes a function and waits for its end.
   *
   * @param payload the event
   * @return the outcome, which may be a function error, with what was measured
   * @throws IllegalArgumentException if there is no such function
   * @throws ThrottledException if all reserved concurrency is in use
   */
  public InvocationResult invoke(String functionName, byte[] payload)
      throws ThrottledException, InterruptedException {
    LocalFunction function = function(functionName);
    return function.invoke(
        InvocationRequest.of(payload)
            .functionArn(function.configuration().arn(null))
            .traceId(TraceHeader.continued(null)));
  }

  /** The same with an event as text. */
  public InvocationResult invoke(String functionName, String payload)
      throws ThrottledException, InterruptedException {
    return invoke(functionName, payload.getBytes(StandardCharsets.UTF_8));
  }

  private LocalFunction function(String name) {
    LocalFunction function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException("no function with the name " + name);
    }
    return function;
  }

  /** Stops listening and kills every process. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The virtual machine is ending already, and the hook with it.
    }
  }

  private void stop() {
    asynchronous.close();
    functions.values().forEach(LocalFunction::close);
    for (AutoCloseable server : open) {
      try {
        server.close();
      } catch (Exception e) {
        // The other servers must be closed too.
      }
    }
  }

  private static URI uri(LoopbackServer server) {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Collects functions and front doors. */
  public static final class Builder {
    private final List<FunctionConfiguration> functions = new ArrayList<>();
    private final List<AlbTarget> albs = new ArrayList<>();
    private LogListener listener =
        (function, line) -> System.out.println("[" + function + "] " + line);
    private List<Duration> retryDelays = AsynchronousInvoker.DELAYS;
    private FailureListener failures = (function, record) -> {};
    private int invokePort;

    private Builder() {}

    /** Adds a function. */
    public Builder function(FunctionConfiguration function) {
      functions.add(function);
      return this;
    }

    /** Adds a load balancer in front of a function. */
    public Builder alb(AlbTarget target) {
      albs.add(target);
      return this;
    }

    /** Where functions' logs go; to standard output, after the function's name, by default. */
    public Builder logs(LogListener listener) {
      this.listener = listener;
      return this;
    }

    /** The on-failure destination of asynchronous invocations; there is none by default. */
    public Builder onFailure(FailureListener listener) {
      this.failures = listener;
      return this;
    }

    /**
     * When an asynchronous invocation that has failed is tried again: each delay is for one more
     * attempt. One and two minutes by default, as by Lambda.
     */
    public Builder retryDelays(Duration... delays) {
      this.retryDelays = List.of(delays);
      return this;
    }

    /** The port of the invoke API; any free one by default. */
    public Builder invokePort(int port) {
      this.invokePort = port;
      return this;
    }

    /**
     * Starts to listen. Execution environments are started by invocations.
     *
     * @throws IOException if a port is taken
     * @throws IllegalArgumentException if two functions have one name, or a load balancer has none
     */
    public LocalLambda start() throws IOException {
      return new LocalLambda(this);
    }
  }
}
