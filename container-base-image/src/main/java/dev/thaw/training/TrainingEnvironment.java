package dev.thaw.training;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The variables that a function finds while it trains: those of whoever trains it, for in a
 * Dockerfile {@code ENV} holds the function's own settings, without all that leads to real
 * credentials, and what Lambda would set. docs/training.md has the rules.
 */
final class TrainingEnvironment {
  /** In {@code JAVA_TOOL_OPTIONS}' place on the way through thaw-train's own JVM. */
  private static final String TOOL_OPTIONS = "THAW_TRAIN_JAVA_TOOL_OPTIONS";

  private static final Set<String> RUNTIMES_OWN =
      Set.of(
          "_HANDLER",
          "AWS_LAMBDA_RUNTIME_API",
          "AWS_LAMBDA_MAX_CONCURRENCY",
          "LAMBDA_TASK_ROOT",
          "THAW_TRAINING",
          "THAW_DOCTOR",
          TOOL_OPTIONS);

  /** Not the function's: whoever trains it has them, or another function that he is in. */
  private static final Set<String> OTHERS =
      Set.of(
          "AWS_LAMBDA_METADATA_API",
          "AWS_LAMBDA_METADATA_TOKEN",
          "AWS_LAMBDA_EXEC_WRAPPER",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LANGUAGE",
          "TZ",
          "_X_AMZN_TRACE_ID");

  /** A builder sets them for {@code RUN} alone, and they name a way out by its address. */
  private static final Set<String> PROXIES =
      Set.of("http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy");

  /** Where options of the JVM stand. */
  private static final Set<String> OPTIONS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "THAW_JVM_OPTIONS");

  private static final Pattern AGENT =
      Pattern.compile("(?<!\\S)-(javaagent|agentpath|agentlib):\\S+");

  private static final String NO_FILE = "/var/empty/thaw-train/none";

  private static final Map<String, String> LAMBDAS =
      Map.ofEntries(
          Map.entry("THAW_TRAINING", "true"),
          Map.entry("AWS_LAMBDA_FUNCTION_NAME", "training"),
          Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
          Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
          Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/training"),
          Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "training"),
          Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
          Map.entry("AWS_REGION", "us-east-1"),
          Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
          Map.entry("AWS_ACCESS_KEY_ID", "training"),
          Map.entry("AWS_SECRET_ACCESS_KEY", "training"),
          Map.entry("AWS_SESSION_TOKEN", "training"),
          Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
          // The home folder that the JVM knows may hold real ones.
          Map.entry("AWS_SHARED_CREDENTIALS_FILE", NO_FILE),
          Map.entry("AWS_CONFIG_FILE", NO_FILE),
          // Events are traced, so that the cache holds what traces; nobody listens there.
          Map.entry("AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:9"),
          Map.entry("LANG", "en_US.UTF-8"),
          Map.entry("TZ", ":UTC"));

  private TrainingEnvironment() {}

  /** Whether the training itself sets a variable, so that nobody else may. */
  static boolean isRuntimesOwn(String name) {
    return RUNTIMES_OWN.contains(name) || name.startsWith("THAW_CACHE");
  }

  /**
   * Puts an environment together.
   *
   * @param callers the environment of whoever trains
   * @param chosen the variables that were asked for, which win
   */
  static Map<String, String> of(
      Map<String, String> callers, Map<String, String> chosen, NetworkCut cut) {
    Map<String, String> variables = new TreeMap<>();
    callers.forEach(
        (name, value) -> {
          if (passes(name, cut)) {
            variables.put(name, value);
          }
        });
    String toolOptions = callers.get(TOOL_OPTIONS);
    if (toolOptions != null) {
      variables.put("JAVA_TOOL_OPTIONS", toolOptions);
    }
    variables.replaceAll((name, value) -> OPTIONS.contains(name) ? withoutAgents(value) : value);
    variables.putAll(LAMBDAS);
    if (cut != NetworkCut.NOTHING) {
      // What cannot be reached is not there at the next attempt either.
      variables.put("AWS_MAX_ATTEMPTS", "1");
    }
    variables.putAll(chosen);
    return variables;
  }

  /**
   * Whether whoever trains has an agent or a wrapper, which mostly brings one. They are left out: a
   * JVM may crash when it makes a cache with what agents make of classes (OpenTelemetry's does on
   * 25.0.3), and takes a cache that was made without them.
   */
  static boolean leavesOutAgents(Map<String, String> callers) {
    boolean agents = callers.containsKey("AWS_LAMBDA_EXEC_WRAPPER");
    for (String name : OPTIONS) {
      agents |= hasAgents(callers.getOrDefault(name, ""));
    }
    return agents || hasAgents(callers.getOrDefault(TOOL_OPTIONS, ""));
  }

  private static boolean hasAgents(String options) {
    return AGENT.matcher(options).find();
  }

  private static String withoutAgents(String options) {
    return AGENT.matcher(options).replaceAll("").strip();
  }

  private static boolean passes(String name, NetworkCut cut) {
    if (isRuntimesOwn(name) || OTHERS.contains(name) || name.startsWith("LC_")) {
      return false;
    }
    if (name.startsWith("AWS_")) {
      return name.startsWith("AWS_LAMBDA_"); // all others may be credentials, or lead to some
    }
    return cut == NetworkCut.NOTHING || !PROXIES.contains(name.toLowerCase(Locale.ROOT));
  }
}
