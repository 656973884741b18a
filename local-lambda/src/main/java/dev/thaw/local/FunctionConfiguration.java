package dev.thaw.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda knows of a function.
 *
 * @param name letters, digits, {@code -} and {@code _}; at most 64
 * @param handler the value of {@code _HANDLER}
 * @param taskRoot the folder of the function's code, which is also its working directory
 * @param command the program that speaks to the Runtime API, such as {@code /opt/bootstrap}, and
 *     its arguments
 * @param environment the function's own environment variables
 * @param memorySize megabytes, 128 to 10,240; told to the function, not enforced
 * @param timeout 1 second to 15 minutes
 * @param reservedConcurrency how many invocations may run at once; null for no limit
 * @param snapStart whether environments tell that they are restored from a snapshot
 * @param maxConcurrency how many invocations one Managed Instances environment takes at a time; 0
 *     for an on-demand one, which takes one
 * @param initLimit how long the init phase may take
 */
public record FunctionConfiguration(
    String name,
    String handler,
    Path taskRoot,
    List<String> command,
    Map<String, String> environment,
    int memorySize,
    Duration timeout,
    @Nullable Integer reservedConcurrency,
    boolean snapStart,
    int maxConcurrency,
    Duration initLimit) {

  static final String REGION = "us-east-1";
  static final String ACCOUNT = "123456789012";
  static final String VERSION = "$LATEST";

  private static final Duration ON_DEMAND_INIT = Duration.ofSeconds(10);
  private static final Duration OTHER_INIT = Duration.ofSeconds(130);

  private static final Set<String> OWNED_BY_LAMBDA =
      Set.of("_HANDLER", "LAMBDA_TASK_ROOT", "AWS_LAMBDA_RUNTIME_API", "AWS_LAMBDA_FUNCTION_NAME");

  /**
   * @throws IllegalArgumentException naming the value that is out of its range
   */
  public FunctionConfiguration {
    require(
        name.matches("[a-zA-Z0-9_-]{1,64}"),
        "function name " + name + ": only letters, digits, - and _, at most 64");
    require(!handler.isEmpty(), "function " + name + ": the handler is empty");
    require(!command.isEmpty(), "function " + name + ": no bootstrap");
    require(
        memorySize >= 128 && memorySize <= 10_240,
        "function " + name + ": memory size " + memorySize + " MB is not between 128 and 10240");
    require(
        timeout.compareTo(Duration.ofSeconds(1)) >= 0
            && timeout.compareTo(Duration.ofMinutes(15)) <= 0,
        "function " + name + ": timeout " + timeout + " is not between 1 and 900 seconds");
    require(
        reservedConcurrency == null || reservedConcurrency >= 0,
        "function " + name + ": negative reserved concurrency");
    require(
        maxConcurrency >= 0 && !(snapStart && maxConcurrency > 0),
        "function " + name + ": maximum concurrency " + maxConcurrency);
    for (String variable : environment.keySet()) {
      require(
          !OWNED_BY_LAMBDA.contains(variable),
          "function " + name + ": " + variable + " is set by Lambda itself");
    }
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Starts a configuration with 512 MB and a timeout of 3 seconds. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  boolean onDemand() {
    return !snapStart && maxConcurrency == 0;
  }

  /** The ARN by which it is invoked. */
  String arn(@Nullable String qualifier) {
    return arn(name, qualifier);
  }

  static String arn(String name, @Nullable String qualifier) {
    String arn = "arn:aws:lambda:" + REGION + ":" + ACCOUNT + ":function:" + name;
    return qualifier == null ? arn : arn + ":" + qualifier;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Collects a {@link FunctionConfiguration}. */
  public static final class Builder {
    private final String name;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private String handler = "";
    private Path taskRoot = Path.of("");
    private List<String> command = List.of();
    private int memorySize = 512;
    private Duration timeout = Duration.ofSeconds(3);
    private @Nullable Integer reservedConcurrency;
    private boolean snapStart;
    private int maxConcurrency;
    private @Nullable Duration initLimit;

    private Builder(String name) {
      this.name = name;
    }

    /** The value of {@code _HANDLER}. */
    public Builder handler(String handler) {
      this.handler = handler;
      return this;
    }

    /** The folder of the function's code; the current one by default. */
    public Builder taskRoot(Path taskRoot) {
      this.taskRoot = taskRoot;
      return this;
    }

    /** The program that speaks to the Runtime API. */
    public Builder bootstrap(Path bootstrap) {
      return command(bootstrap.toAbsolutePath().toString());
    }

    /** The program that speaks to the Runtime API, with arguments. */
    public Builder command(String... command) {
      this.command = List.of(command);
      return this;
    }

    /** One of the function's own environment variables. */
    public Builder environment(String variable, String value) {
      environment.put(variable, value);
      return this;
    }

    /** Megabytes. */
    public Builder memorySize(int memorySize) {
      this.memorySize = memorySize;
      return this;
    }

    /** How long an invocation may take; the init phase does not count. */
    public Builder timeout(Duration timeout) {
      this.timeout = timeout;
      return this;
    }

    /** How many invocations may run at once. */
    public Builder reservedConcurrency(int reservedConcurrency) {
      this.reservedConcurrency = reservedConcurrency;
      return this;
    }

    /** Environments tell that they are restored from a snapshot, once their init phase is over. */
    public Builder snapStart() {
      this.snapStart = true;
      return this;
    }

    /** Managed Instances environments, each of which takes so many invocations at a time. */
    public Builder maxConcurrency(int maxConcurrency) {
      this.maxConcurrency = maxConcurrency;
      return this;
    }

    /**
     * How long the init phase may take. By default 10 seconds on demand, where a longer one is
     * repeated within the first invocation; else the timeout, or 130 seconds if that is more.
     */
    public Builder initLimit(Duration initLimit) {
      this.initLimit = initLimit;
      return this;
    }

    private Duration initLimit() {
      if (initLimit != null) {
        return initLimit;
      }
      if (!snapStart && maxConcurrency == 0) {
        return ON_DEMAND_INIT;
      }
      return timeout.compareTo(OTHER_INIT) > 0 ? timeout : OTHER_INIT;
    }

    /**
     * The configuration.
     *
     * @throws IllegalArgumentException naming the value that is missing or out of its range
     */
    public FunctionConfiguration build() {
      return new FunctionConfiguration(
          name,
          handler,
          taskRoot.toAbsolutePath(),
          command,
          environment,
          memorySize,
          timeout,
          reservedConcurrency,
          snapStart,
          maxConcurrency,
          initLimit());
    }
  }
}
