package dev.thaw.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@link Main}: every {@code --function} begins a function, and the options
 * behind it are that function's; those before the first one are everybody's defaults.
 *
 * @param port of the invoke API; 0 for any free one
 */
record CommandLine(
    List<FunctionConfiguration> functions,
    List<AlbTarget> albs,
    int port,
    boolean untilStandardInputCloses) {
  static final String USAGE =
      """
      Usage: [DEFAULTS] --function NAME OPTIONS [--function NAME OPTIONS]...
      Options of a function; those before the first --function are defaults for all:
        --handler HANDLER         value of _HANDLER
        --task-root DIR           its code and working directory (default: the current one)
        --bootstrap FILE          program that speaks to the Runtime API
        --env NAME=VALUE          environment variable; may be repeated
        --memory MB               128 to 10240 (default: 512)
        --timeout SECONDS         1 to 900 (default: 3)
        --reserved-concurrency N  how many invocations may run at once (default: no limit)
        --max-concurrency N       Managed Instances: each environment takes N at a time
        --snap-start              environments are restored from a snapshot, or so they think
        --alb PORT                a load balancer in front of it; 0 for any free port
        --alb-multi-value         that load balancer sends and expects multi-value headers
      For all:
        --port PORT               port of the invoke API (default: any free one)
        --until-stdin-closes      stop when standard input ends
      """;

  static CommandLine parse(String... arguments) throws UsageException {
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    Options defaults = new Options(null);
    List<Options> functions = new ArrayList<>();
    Options current = defaults;
    int port = 0;
    boolean untilStandardInputCloses = false;
    while (!left.isEmpty()) {
      String option = left.remove();
      switch (option) {
        case "--function" -> {
          current = new Options(defaults);
          current.values.put(option, value(option, left));
          functions.add(current);
        }
        case "--port" -> port = number(option, value(option, left), 65_535);
        case "--until-stdin-closes" -> untilStandardInputCloses = true;
        case "--alb-multi-value", "--snap-start" -> current.values.put(option, "");
        case "--env" -> current.addVariable(value(option, left));
        case "--handler",
            "--task-root",
            "--bootstrap",
            "--memory",
            "--timeout",
            "--reserved-concurrency",
            "--max-concurrency",
            "--alb" ->
            current.values.put(option, value(option, left));
        default -> throw new UsageException("unknown option " + option);
      }
    }
    if (functions.isEmpty()) {
      throw new UsageException("no --function");
    }
    List<FunctionConfiguration> configurations = new ArrayList<>();
    List<AlbTarget> albs = new ArrayList<>();
    for (Options options : functions) {
      FunctionConfiguration configuration = options.configuration();
      configurations.add(configuration);
      String alb = options.get("--alb");
      if (alb != null) {
        albs.add(
            new AlbTarget(
                configuration.name(),
                number("--alb", alb, 65_535),
                options.get("--alb-multi-value") != null));
      }
    }
    return new CommandLine(configurations, albs, port, untilStandardInputCloses);
  }

  private static String value(String option, Deque<String> left) throws UsageException {
    String value = left.poll();
    if (value == null) {
      throw new UsageException(option + " needs a value");
    }
    return value;
  }

  private static int number(String option, String text, int max) throws UsageException {
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > max) {
      throw new UsageException(option + " " + text + ": not a number from 0 to " + max);
    }
    return Integer.parseInt(text);
  }

  /** What was said about one function, or about all. */
  private static final class Options {
    final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();

    Options(@Nullable Options defaults) {
      if (defaults != null) {
        values.putAll(defaults.values);
        variables.putAll(defaults.variables);
      }
    }

    @Nullable String get(String option) {
      return values.get(option);
    }

    void addVariable(String assignment) throws UsageException {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new UsageException("--env needs NAME=VALUE");
      }
      variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }

    FunctionConfiguration configuration() throws UsageException {
      String name = values.getOrDefault("--function", "");
      Path taskRoot = Path.of(values.getOrDefault("--task-root", "")).toAbsolutePath();
      if (!Files.isDirectory(taskRoot)) {
        throw new UsageException("function " + name + ": no folder " + taskRoot);
      }
      String bootstrap = values.get("--bootstrap");
      if (bootstrap == null) {
        throw new UsageException("function " + name + ": no --bootstrap");
      }
      if (!Files.isExecutable(Path.of(bootstrap)) || Files.isDirectory(Path.of(bootstrap))) {
        throw new UsageException("function " + name + ": " + bootstrap + " is not executable");
      }
      FunctionConfiguration.Builder builder =
          FunctionConfiguration.builder(name)
              .handler(values.getOrDefault("--handler", ""))
              .taskRoot(taskRoot)
              .bootstrap(Path.of(bootstrap))
              .memorySize(
                  number("--memory", values.getOrDefault("--memory", "512"), Integer.MAX_VALUE))
              .timeout(
                  Duration.ofSeconds(
                      number(
                          "--timeout", values.getOrDefault("--timeout", "3"), Integer.MAX_VALUE)));
      String concurrency = values.get("--reserved-concurrency");
      if (concurrency != null) {
        builder.reservedConcurrency(
            number("--reserved-concurrency", concurrency, Integer.MAX_VALUE));
      }
      String atATime = values.get("--max-concurrency");
      if (atATime != null) {
        builder.maxConcurrency(number("--max-concurrency", atATime, Integer.MAX_VALUE));
      }
      if (values.containsKey("--snap-start")) {
        builder.snapStart();
      }
      variables.forEach(builder::environment);
      try {
        return builder.build();
      } catch (IllegalArgumentException e) {
        throw new UsageException(String.valueOf(e.getMessage()));
      }
    }
  }
}
