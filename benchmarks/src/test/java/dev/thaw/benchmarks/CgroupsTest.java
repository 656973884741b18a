package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupsTest {
  private static final String UNIFIED =
      "35 24 0:30 / /sys/fs/cgroup rw,nosuid,nodev shared:9 - cgroup2 cgroup2 rw,nsdelegate";

  @TempDir Path directory;

  @Test
  void version1HasAFolderForEachController() throws Exception {
    Cgroups groups =
        Cgroups.find(
            List.of(
                "31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755",
                "33 31 0:30 / /sys/fs/cgroup/cpuset rw - cgroup cgroup rw,cpuset",
                "32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw shared:3 - cgroup none rw,cpu,cpuacct",
                "35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory",
                "41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw"));

    assertThat(groups)
        .isEqualTo(
            new Cgroups(
                1, Path.of("/sys/fs/cgroup/cpu,cpuacct"), Path.of("/sys/fs/cgroup/memory")));
  }

  @Test
  void version2HasOneForAll() throws Exception {
    Path root = Path.of("/sys/fs/cgroup");

    assertThat(Cgroups.find(List.of(UNIFIED))).isEqualTo(new Cgroups(2, root, root));
  }

  @Test
  void aMachineWithoutThemSaysSo() {
    assertThatThrownBy(() -> Cgroups.find(List.of("22 1 0:20 / / rw - overlay overlay rw")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no control groups");
  }

  @Test
  void version2TakesQuotaAndPeriodInOneLine() throws Exception {
    Cgroup group = new Cgroup(2, directory, directory);

    group.limitCpu(0.5);
    group.limitMemory(134_217_728);
    group.enter(4711);

    assertThat(directory.resolve("cpu.max")).hasContent("10000 20000");
    assertThat(directory.resolve("memory.max")).hasContent("134217728");
    assertThat(directory.resolve("cgroup.procs")).hasContent("4711");
    group.freeCpu();
    assertThat(directory.resolve("cpu.max")).hasContent("max 20000");
  }

  @Test
  void version2HandsTheControllersDown() throws Exception {
    Files.writeString(directory.resolve("cgroup.subtree_control"), "cpuset io\n");

    Cgroup group = new Cgroups(2, directory, directory).create("thaw-bench-1-128");

    assertThat(directory.resolve("cgroup.subtree_control")).hasContent("+cpu +memory");
    assertThat(group.cpu()).isDirectory();
  }
}
