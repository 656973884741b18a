package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where this machine's control groups are made, by version 1 or 2 of them.
 *
 * @param version 1 or 2
 * @param cpu the folder in which a group for CPU time is made
 * @param memory the same for memory; in version 2 the same folder
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v1/cgroups.html">version 1</a>
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">version 2</a>
 */
record Cgroups(int version, Path cpu, Path memory) {
  static Cgroups find() throws IOException {
    return find(Files.readAllLines(Path.of("/proc/self/mountinfo")));
  }

  /**
   * @param mountinfo the lines of {@code /proc/self/mountinfo}
   * @throws IOException if nothing of the kind is mounted
   */
  static Cgroups find(List<String> mountinfo) throws IOException {
    Path cpu = mounted(mountinfo, "cgroup", "cpu");
    Path memory = mounted(mountinfo, "cgroup", "memory");
    if (cpu != null && memory != null) {
      return new Cgroups(1, cpu, memory);
    }
    Path unified = mounted(mountinfo, "cgroup2", "rw");
    if (unified == null) {
      throw new IOException("no control groups for CPU time and memory are mounted writable");
    }
    return new Cgroups(2, unified, unified);
  }

  /** Makes a group that limits nothing yet. */
  Cgroup create(String name) throws IOException {
    if (version == 2) {
      Path children = cpu.resolve("cgroup.subtree_control");
      List<String> controllers = List.of(Files.readString(children).strip().split(" ", -1));
      if (!controllers.containsAll(List.of("cpu", "memory"))) {
        Files.writeString(children, "+cpu +memory");
      }
    }
    Cgroup group = new Cgroup(version, cpu.resolve(name), memory.resolve(name));
    Files.createDirectories(group.cpu());
    try {
      Files.createDirectories(group.memory());
    } catch (IOException e) {
      Files.delete(group.cpu());
      throw e;
    }
    return group;
  }

  /** The fields behind the dash: type, source, options of the file system. */
  private static @Nullable Path mounted(List<String> mountinfo, String type, String option) {
    for (String line : mountinfo) {
      int dash = line.indexOf(" - ");
      if (dash < 0) {
        continue;
      }
      String[] fields = line.substring(dash + 3).split(" ", -1);
      if (fields[0].equals(type) && Arrays.asList(fields[2].split(",", -1)).contains(option)) {
        return Path.of(line.split(" ", 6)[4]);
      }
    }
    return null;
  }
}
