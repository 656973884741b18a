package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run was made from and by.
 *
 * @param command as it was typed
 * @param commit its first twelve digits, with "+" behind them where files had been changed since
 * @param date when the run began, UTC
 */
record Origin(String command, String commit, String date) {
  private static final int DIGITS = 12;

  /**
   * @param directory somewhere in the repository
   */
  static Origin describe(String command, Path directory) throws IOException, InterruptedException {
    String commit = git(directory, "rev-parse", "HEAD");
    if (commit.length() >= DIGITS) {
      boolean changed = !git(directory, "status", "--porcelain", "-uno").isEmpty();
      commit = commit.substring(0, DIGITS) + (changed ? "+" : "");
    } else {
      commit = "unknown";
    }
    return new Origin(command, commit, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** What Git says; nothing where there is no Git or no repository. */
  private static String git(Path directory, String command, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("git", command));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(directory.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException noGit) {
      return "";
    }
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    return process.waitFor() == 0 ? said : "";
  }
}
