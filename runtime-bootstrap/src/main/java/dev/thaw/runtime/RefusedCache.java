package dev.thaw.runtime;

import java.io.File;
import java.io.IOException;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Says why the JVM, most likely, refuses a cache whose content fits; it does not tell itself. */
final class RefusedCache {
  /** Where users name options; the launcher's own are those that the caches were made with. */
  private static final String[] VARIABLES = {
    "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "THAW_JVM_OPTIONS"
  };

  /**
   * How the options begin that a cache must have been made with, or that it cannot be used with.
   */
  private static final String[] OPTIONS = {
    "-XX:+UseCompactObjectHeaders",
    "-XX:+UseZGC",
    "-XX:+UseShenandoahGC",
    "-XX:-UseCompressedOops",
    "-XX:-UseCompressedClassPointers",
    "-XX:ObjectAlignmentInBytes",
    "-XX:AOTMode=off",
    "-XX:AOTCache=",
    "-XX:SharedArchiveFile=",
    "-Xshare:",
    "--add-modules",
    "--add-opens",
    "--add-exports",
    "--add-reads",
    "--enable-native-access",
    "--illegal-native-access",
    "--limit-modules",
    "--module-path",
    "--patch-module",
    "--upgrade-module-path",
    "-Xbootclasspath"
  };

  /** Those that make a heap too large for compressed pointers; a smaller one fits. */
  private static final String[] HEAP_OPTIONS = {"-Xmx", "-XX:MaxHeapSize=", "-XX:MaxRAM"};

  private static final long LARGE_HEAP = 31L << 30;

  private RefusedCache() {}

  /**
   * Logs that the JVM does not use the function's cache.
   *
   * @return whether the layer's would be used, so that it is worth starting anew
   */
  static boolean ofFunction(String cache, FunctionLog log) {
    String start = "The function's cache is not used, since ";
    String option = option();
    if (option != null) {
      log.warn(
          start
              + "the JVM refuses it with "
              + option
              + ", nor is any other: the start is slow. Run thaw-train with the same options, or"
              + " leave it out.");
      return false;
    }
    log.warn(
        start
            + (new File(cache).canRead()
                ? "the JVM refuses it: it is damaged, a jar has another time than it was made with,"
                    + " or it was made with other options or by another JRE"
                : cache + " cannot be read")
            + ". Run thaw-train anew.");
    return true;
  }

  /** Logs that the JVM does not use the layer's cache. */
  static void ofLayer(FunctionLog log) {
    String option = option();
    log.warn(
        "The layer's cache is not used, since the JVM refuses it"
            + (option == null
                ? ": it is damaged or missing, or was not made for this JRE: the start is slow."
                    + " Install the layer anew."
                : " with "
                    + option
                    + ": the start is slow. Run thaw-train with the same options, or leave it"
                    + " out."));
  }

  /** The first option that explains it, with the variable that it stands in. */
  private static @Nullable String option() {
    boolean large = Runtime.getRuntime().maxMemory() >= LARGE_HEAP;
    for (String variable : VARIABLES) {
      String value = System.getenv(variable);
      StringTokenizer options = new StringTokenizer(value == null ? "" : value);
      while (options.hasMoreTokens()) {
        String option = options.nextToken();
        if (startsWithAny(option, OPTIONS) || (large && startsWithAny(option, HEAP_OPTIONS))) {
          int equals = option.indexOf('=');
          return (equals < 0 ? option : option.substring(0, equals)) + " in " + variable;
        }
      }
    }
    return System.getenv("AWS_LAMBDA_EXEC_WRAPPER") == null ? null : wrapperOption();
  }

  /** One that the wrapper has put on the command line, among those of the launcher. */
  private static @Nullable String wrapperOption() {
    try {
      for (String argument : Restart.arguments()) {
        if (startsWithAny(argument, OPTIONS)
            && !argument.startsWith("-XX:AOTCache=")
            && !argument.equals("--add-modules=java.instrument")
            && !argument.equals("--enable-native-access=ALL-UNNAMED")) {
          int equals = argument.indexOf('=');
          return (equals < 0 ? argument : argument.substring(0, equals))
              + " of AWS_LAMBDA_EXEC_WRAPPER";
        }
      }
    } catch (IOException e) {
      // Then it is not named.
    }
    return null;
  }

  private static boolean startsWithAny(String option, String[] starts) {
    for (String start : starts) {
      if (option.startsWith(start)) {
        return true;
      }
    }
    return false;
  }
}
