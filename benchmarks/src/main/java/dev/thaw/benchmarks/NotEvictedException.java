package dev.thaw.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** Files stayed in the page cache: a start now would not read them from storage. */
final class NotEvictedException extends Exception {
  private static final long serialVersionUID = 1;

  NotEvictedException(List<Path> files) {
    super(
        "files stay in the page cache, "
            + files.size()
            + " of them, first "
            + files.getFirst()
            + ": another process has them mapped, or their file system keeps all in memory");
  }
}
