package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code thaw-train} says of its own: a line for each thing that its user should know. */
final class TrainingReport {
  private static final long MUCH = 20_000_000;

  private final String handler;

  TrainingReport(String handler) {
    this.handler = handler;
  }

  void events(List<TrainingEvent> events) {
    String what =
        events.size() == 1 ? events.getFirst().name() : events.size() + " events from files";
    System.out.println("thaw-train: Feeding " + handler + " " + what + ", twice");
  }

  /** Without events of one's own. */
  void samples(String type, List<TrainingEvent> samples) {
    String name =
        samples.size() == 1 ? samples.getFirst().name() : samples.size() + " samples of its type";
    System.out.println("thaw-train: Feeding " + handler + " the built-in " + name + ", twice");
    if (!Samples.are(type)) {
      System.out.println(
          "thaw-train: There is no sample of a "
              + type
              + ": give an event file of yours, or the cache lacks what a real event needs");
    }
  }

  void network(NetworkCut cut) {
    if (cut == NetworkCut.NAMES) {
      System.out.println(
          "thaw-train: Only names are cut off, since this process may have no network of its own:"
              + " RUN --network=none cuts off all");
    }
  }

  /** See {@link TrainingEnvironment#leavesOutAgents}. */
  void agents(boolean leftOut) {
    if (leftOut) {
      System.out.println(
          "thaw-train: Agents and AWS_LAMBDA_EXEC_WRAPPER are left out: an agent fits the cache all"
              + " the same, module flags of a wrapper do not; --env sets them");
    }
  }

  /** What lies loose in the task root is compared byte by byte. */
  void loose(long bytes) {
    if (bytes > MUCH) {
      System.err.println(
          "thaw-train: "
              + bytes / 1_000_000
              + " MB lie loose in the task root. They are read at every start, and copied into .thaw/:"
              + " better put them into a jar in lib/, or a layer");
    }
  }

  /** Lambda runs functions as a user who owns none of the files. */
  void unreadable(@Nullable Path file) {
    if (file != null) {
      System.err.println(
          "thaw-train: "
              + file
              + " is not readable to everybody, and on Lambda the function owns no file: give files"
              + " the mode 644 or 755, folders 755");
    }
  }

  /** Jars that a JVM may find changed when they come to Lambda with another time. */
  void keptTimes(List<Path> jars) {
    if (!jars.isEmpty()) {
      System.err.println(
          "thaw-train: The time of "
              + jars.getFirst()
              + (jars.size() == 1 ? "" : " and " + (jars.size() - 1) + " more")
              + " cannot be set: if it changes on the way to Lambda, the cache is not used there");
    }
  }

  void failures(List<String> failures) {
    for (String failure : failures) {
      System.err.println("thaw-train: " + failure);
    }
  }

  void made(Path cache, long nanos) throws IOException {
    System.out.println(
        String.format(
            Locale.ROOT,
            "thaw-train: %s holds %s (%d KB, made in %.1f s)",
            cache,
            handler,
            Files.size(cache) / 1024,
            nanos / 1e9));
  }
}
