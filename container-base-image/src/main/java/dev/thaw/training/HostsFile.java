package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All names that a function resolves where its network cannot be cut: this host's own, and no
 * other.
 *
 * @param file null if there is no need for it
 */
record HostsFile(@Nullable Path file) implements AutoCloseable {
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  static HostsFile unlessAllIsCut(NetworkCut cut) throws IOException {
    if (cut != NetworkCut.NAMES) {
      return new HostsFile(null);
    }
    String host = Files.isReadable(HOST_NAME) ? Files.readString(HOST_NAME).strip() : "";
    Path file = Files.createTempFile("thaw-train", ".hosts");
    file.toFile().deleteOnExit(); // at Ctrl-C too
    Files.writeString(file, "127.0.0.1 localhost " + host + "\n::1 localhost\n");
    return new HostsFile(file);
  }

  /** With the variable by which the launcher passes it on to the JVM, while it records. */
  Map<String, String> addTo(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    if (file != null) {
      all.put("THAW_CACHE_HOSTS", file.toString());
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
