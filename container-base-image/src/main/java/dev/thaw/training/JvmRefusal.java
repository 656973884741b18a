package dev.thaw.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Why the JVM does not take the cache that it was given. Only its log says that, which the launcher
 * switches off; so this very command is run once more with the log on, and without a main class.
 */
final class JvmRefusal {
  private static final int SECONDS = 20;
  private static final int MAX_OUTPUT = 256 * 1024;

  /** What the log says of every refusal, and steps on the way to it. */
  private static final List<String> NOISE =
      List.of(
          "An error has occurred",
          "Loading static archive failed",
          "Unable to map shared spaces",
          "Unable to use AOT cache.",
          "Disabling optimized module handling");

  private JvmRefusal() {}

  /** The JVM's own words about a cache; null if it has nothing against it. */
  static @Nullable String reason(Path cache) {
    try {
      return essence(log(cache));
    } catch (IOException e) {
      return "It cannot be asked: " + e;
    }
  }

  private static String log(Path cache) throws IOException {
    List<String> command = new ArrayList<>();
    String line = Files.readString(Path.of("/proc/self/cmdline"));
    for (String argument : line.split("\0", -1)) {
      if (argument.equals(Doctor.class.getName())) {
        break;
      }
      command.add(argument);
    }
    command.add("-XX:AOTCache=" + cache);
    command.add("-Xlog:aot=info,cds=off:stdout:level,tags");
    command.add("-version");
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var _ =
        process
            .onExit()
            .orTimeout(SECONDS, TimeUnit.SECONDS)
            .exceptionally(
                late -> {
                  process.descendants().forEach(ProcessHandle::destroyForcibly);
                  return process.destroyForcibly();
                });
    try (InputStream out = process.getInputStream()) {
      return new String(out.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * The first line that is a warning, an error or the continuation of one and says more than that
   * there is one; else the last that came before an error.
   */
  private static @Nullable String essence(String log) {
    String before = null;
    String last = null;
    boolean failed = false;
    for (String line : log.split("\n", -1)) {
      int end = line.indexOf("] ");
      if (!line.startsWith("[") || end < 0) {
        continue;
      }
      String text = line.substring(end + 2).strip();
      if (line.startsWith("[info")) {
        last = text;
        continue;
      }
      if (!failed) {
        before = last;
        failed = true;
      }
      if (!isNoise(text)) {
        return text;
      }
    }
    return before;
  }

  private static boolean isNoise(String text) {
    for (String noise : NOISE) {
      if (text.startsWith(noise)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What to do about a reason.
   *
   * @param anew what replaces a cache that is damaged, or another JVM's
   */
  static String advice(String reason, String handler, String anew) {
    for (String sign : List.of("magic", "truncated", "version", "header", "checksum", "CRC")) {
      if (reason.contains(sign) && !reason.contains("ObjectHeaders")) {
        return anew;
      }
    }
    for (String sign : List.of("is disabled when", "java.system.class.loader")) {
      if (reason.contains(sign)) {
        return "No cache goes with that option: leave it out.";
      }
    }
    return "Leave out the option behind it, or set it for thaw-train "
        + handler
        + " as well, so that the cache is made with it.";
  }
}
