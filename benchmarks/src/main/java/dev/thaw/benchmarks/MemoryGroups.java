package dev.thaw.benchmarks;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One control group for each memory size, all gone at the end, after an interrupt as well. */
final class MemoryGroups implements AutoCloseable {
  /** This machine lets nobody limit anything; the message says what it refused. */
  static final class NotPossible extends Exception {
    private static final long serialVersionUID = 1;

    NotPossible(IOException cause) {
      super(
          "control groups cannot be made here, which takes Linux and root: " + cause.getMessage(),
          cause);
    }
  }

  private final Map<Integer, Cgroup> groups = new TreeMap<>();

  private MemoryGroups() {}

  static MemoryGroups create(Set<Integer> sizes) throws IOException, NotPossible {
    MemoryGroups all = new MemoryGroups();
    Runtime.getRuntime().addShutdownHook(new Thread(all::closeAtEnd));
    try {
      Cgroups machine = Cgroups.find();
      for (int megabytes : sizes) {
        String name = "thaw-bench-" + ProcessHandle.current().pid() + "-" + megabytes;
        Cgroup group = machine.create(name);
        all.groups.put(megabytes, group);
        group.limitMemory((long) megabytes << 20);
        group.freeCpu();
      }
      return all;
    } catch (IOException e) {
      all.close();
      throw new NotPossible(e);
    }
  }

  Cgroup of(int megabytes) {
    Cgroup group = groups.get(megabytes);
    if (group == null) {
      throw new IllegalArgumentException("no group for " + megabytes + " MB");
    }
    return group;
  }

  @Override
  public void close() throws IOException {
    for (Cgroup group : groups.values()) {
      group.close();
    }
  }

  private void closeAtEnd() {
    try {
      close();
    } catch (IOException e) {
      System.err.println("A control group could not be removed: " + e.getMessage());
    }
  }
}
