package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.thaw.benchmarks.floor.Floor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are really read, thrown out and read again. */
class PageCacheTest {
  private static final int SIZE = 3_000_000;
  private static final long IN_PAGES = 733 * 4096L; // SIZE, rounded up
  private static final Path TARGET = Path.of("target");

  @TempDir Path temporary;
  private final byte[] content = new byte[SIZE];
  private Path file;

  /** The build's folder is on storage where the one for temporary files need not be. */
  @BeforeEach
  void write() throws Exception {
    Files.createDirectories(TARGET);
    file = Files.createTempFile(TARGET.toAbsolutePath(), "page-cache", ".bin");
    file.toFile().deleteOnExit();
    new Random(1).nextBytes(content);
    Files.write(file, content);
    PageCache.sync(file);
    PageCache.evict(file);
    if (PageCache.resident(file) != 0) {
      String reason = file + " cannot be evicted: its file system keeps all in memory";
      if ("true".equals(System.getenv("CI"))) {
        fail(reason);
      }
      abort(reason);
    }
  }

  @Test
  void whatWasReadIsInMemoryUntilItIsThrownOut() throws Exception {
    Files.readAllBytes(file);
    assertThat(PageCache.resident(file)).isEqualTo(IN_PAGES);

    PageCache.evict(file);

    assertThat(PageCache.resident(file)).isZero();
  }

  @Test
  void whatIsMappedStaysAndIsNamed() throws Exception {
    try (FileChannel channel = FileChannel.open(file);
        Arena arena = Arena.ofConfined()) {
      MemorySegment mapped = channel.map(MapMode.READ_ONLY, 0, SIZE, arena);
      assertThat(mapped.get(ValueLayout.JAVA_BYTE, 0)).isEqualTo(content[0]);

      assertThatThrownBy(() -> new ColdFiles(List.of(file)).evict())
          .isInstanceOf(NotEvictedException.class)
          .hasMessageContaining("stay in the page cache, 1 of them, first " + file);
    }
    new ColdFiles(List.of(file)).evict();
  }

  @Test
  void theReadAheadIsTheDevices() throws Exception {
    Process process =
        new ProcessBuilder("findmnt", "-no", "MAJ:MIN", "-T", file.toString()).start();
    String device = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    Path setting = Path.of("/sys/class/bdi", device, "read_ahead_kb");

    assertThat(ReadAhead.kilobytes(file))
        .isEqualTo(
            Files.exists(setting) ? Integer.parseInt(Files.readString(setting).strip()) : -1);
  }

  @Test
  void anEmptyFileHasNoPages() throws Exception {
    Path empty = Files.createFile(temporary.resolve("empty"));

    PageCache.evict(empty);

    assertThat(PageCache.resident(empty)).isZero();
  }

  @Test
  void aProcessIsChargedForWhatItReads() throws Exception {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", Gate.WAIT, "sh");
    builder
        .command()
        .addAll(List.of("/bin/sh", "-c", "cat <\"$0\" >/dev/null; sleep 600", file.toString()));
    builder.redirectOutput(temporary.resolve("log").toFile());
    Running running = Gate.start(builder, "sh", _ -> {});
    try {
      while (PageCache.resident(file) < IN_PAGES || running.usage().readBytes() < IN_PAGES) {
        assertThat(System.nanoTime() - running.beganNanos()).isLessThan(30_000_000_000L);
        Thread.sleep(10);
      }
      assertThat(running.usage().readBytes()).isCloseTo(IN_PAGES, within(IN_PAGES / 10));
    } finally {
      running.process().descendants().forEach(ProcessHandle::destroyForcibly);
      running.process().destroyForcibly().waitFor();
    }
  }

  @Test
  void allThatASubjectBringsIsEvicted() throws Exception {
    Path home = Path.of(System.getProperty("java.home"));
    Path task = temporary.resolve("task");
    Files.createDirectories(task.resolve("lib"));
    Path inLib = Files.createFile(task.resolve("lib/function.jar"));
    Path trained =
        Files.createFile(Files.createDirectories(task.resolve(".thaw")).resolve("any.aot"));
    Path other = Files.createFile(task.resolve("other.log"));
    List<String> command =
        List.of(
            home.resolve("bin/java").toString(),
            "-XX:AOTCache=" + file,
            "-cp",
            temporary.resolve("nothing.jar") + ":" + Floor.class.getName(),
            "/usr");

    List<Path> files =
        new ArrayList<>(ColdFiles.of(new Subject("any", command, task, "any.Handler")).files());

    assertThat(files).contains(file, inLib, trained).doesNotContain(other);
    files.removeAll(List.of(file, inLib, trained));
    try (Stream<Path> all = Files.walk(home.toRealPath())) {
      assertThat(files)
          .containsExactlyInAnyOrderElementsOf(
              all.filter(each -> Files.isRegularFile(each) && !Files.isSymbolicLink(each))
                  .toList());
    }
  }

  @Test
  void theRuntimesFolderGoesWithItsBootstrap() throws Exception {
    Path opt = temporary.resolve("opt");
    Files.createDirectories(opt.resolve("thaw/cache"));
    Path bootstrap = Files.createFile(opt.resolve("bootstrap"));
    Path cache = Files.createFile(opt.resolve("thaw/cache/runtime.aot"));

    ColdFiles files =
        ColdFiles.of(new Subject("thaw", List.of(bootstrap.toString()), temporary, "any.Handler"));

    assertThat(files.files()).containsExactlyInAnyOrder(bootstrap, cache);
  }
}
