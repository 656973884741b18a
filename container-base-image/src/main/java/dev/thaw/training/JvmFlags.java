package dev.thaw.training;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The flags of this JVM, which are those of a start, and who set them. */
final class JvmFlags {
  private static final String LEVEL = "-XX:TieredStopAtLevel=";
  private static final List<String> AGENTS = List.of("-javaagent:", "-agentlib:", "-agentpath:");

  private JvmFlags() {}

  static void describe(DoctorReport report, Map<String, String> environment, boolean cached) {
    List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
    String type = environment.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    String memory = environment.getOrDefault("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "");
    report.say(
        "Flags",
        "heap up to "
            + megabytes(
                last(arguments, "-Xmx", DoctorReport.size(Runtime.getRuntime().maxMemory())))
            + (memory.isEmpty() ? "" : " of " + memory + " MB")
            + ", "
            + collector()
            + " collector, "
            + (last(arguments, LEVEL, "4").equals("1") ? "first compiler only" : "both compilers")
            + ": "
            + type);
    for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "THAW_JVM_OPTIONS")) {
      String options = withoutValues(environment.getOrDefault(variable, ""));
      if (!options.isEmpty()) {
        report.say("Flags", variable + ": " + options);
      }
    }
    for (String variable : List.of("AWS_LAMBDA_EXEC_WRAPPER", "THAW_CACHE")) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isEmpty()) {
        report.say("Flags", variable + ": " + value);
      }
    }
    String own = System.getProperty("thaw.home") + "/lib/";
    for (String argument : arguments) {
      String kind = start(argument);
      if (!kind.isEmpty() && !argument.startsWith(kind + own)) {
        report.say(
            "Agents",
            withoutValue(argument)
                + (cached ? ", which the cache goes with" : ", while no cache is used"));
      }
    }
  }

  private static String start(String argument) {
    for (String kind : AGENTS) {
      if (argument.startsWith(kind)) {
        return kind;
      }
    }
    return "";
  }

  /** What stands behind the last flag of that name. */
  private static String last(List<String> arguments, String flag, String otherwise) {
    String value = otherwise;
    for (String argument : arguments) {
      if (argument.startsWith(flag)) {
        value = argument.substring(flag.length());
      }
    }
    return value;
  }

  private static String megabytes(String size) {
    return size.endsWith("m") ? size.substring(0, size.length() - 1) + " MB" : size;
  }

  private static String collector() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      String name = collector.getName();
      if (name.equals("Copy")) {
        return "Serial";
      }
      if (name.startsWith("PS ")) {
        return "Parallel";
      }
      return name.split(" ", -1)[0];
    }
    return "no";
  }

  /** Options without what may be a secret. */
  private static String withoutValues(String options) {
    List<String> shown = new ArrayList<>();
    for (String option : options.strip().split("\\s+", -1)) {
      shown.add(withoutValue(option));
    }
    return String.join(" ", shown);
  }

  private static String withoutValue(String option) {
    int equals = option.indexOf('=');
    boolean may = option.startsWith("-D") || !start(option).isEmpty();
    return may && equals > 0 ? option.substring(0, equals) + "=..." : option;
  }
}
