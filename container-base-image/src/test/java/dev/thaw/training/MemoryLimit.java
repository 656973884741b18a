package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A control group whose processes may have so much memory together; none where the system lets
 * nobody make one.
 */
final class MemoryLimit implements AutoCloseable {
  private static final Path GROUPS = Path.of("/sys/fs/cgroup");

  private final @Nullable Path group;

  private MemoryLimit(@Nullable Path group) {
    this.group = group;
  }

  static MemoryLimit ofMegabytes(int megabytes) throws IOException {
    boolean unified = Files.exists(GROUPS.resolve("cgroup.controllers"));
    Path parent = unified ? GROUPS : GROUPS.resolve("memory");
    String limit = unified ? "memory.max" : "memory.limit_in_bytes";
    if (!Files.isWritable(parent)) {
      return new MemoryLimit(null);
    }
    Path group;
    try {
      group = Files.createTempDirectory(parent, "thaw-image");
    } catch (IOException e) {
      return new MemoryLimit(null);
    }
    try {
      Files.writeString(group.resolve(limit), Long.toString((long) megabytes << 20));
    } catch (IOException e) {
      Files.delete(group);
      return new MemoryLimit(null);
    }
    return new MemoryLimit(group);
  }

  /** The command that runs a command within the limit. */
  List<String> around(List<String> command) {
    if (group == null) {
      return command;
    }
    List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c"));
    limited.add("echo 0 >\"$0\" && exec \"$@\""); // 0 is whoever writes it
    limited.add(group.resolve("cgroup.procs").toString());
    limited.addAll(command);
    return limited;
  }

  /** All its processes must have ended. */
  @Override
  public void close() throws IOException {
    if (group == null) {
      return;
    }
    for (int attempt = 0; ; attempt++) {
      try {
        Files.delete(group);
        return;
      } catch (IOException e) {
        if (attempt == 50) {
          throw e;
        }
        // the system takes its time to forget a process
        LockSupport.parkNanos(20_000_000);
      }
    }
  }
}
