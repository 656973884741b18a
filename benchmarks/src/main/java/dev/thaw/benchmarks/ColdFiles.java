package dev.thaw.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that a subject brings to a fresh host: its program with the JRE or the folder around it,
 * every jar, cache and library that its command line names, and of its task root {@code lib} and
 * {@code .thaw}. The system's own libraries are not its own: they stay in memory, for all subjects
 * alike.
 *
 * @param files regular ones, without links
 */
record ColdFiles(List<Path> files) {
  private static final int ATTEMPTS = 20;

  static ColdFiles of(Subject subject) throws IOException {
    Set<Path> files = new TreeSet<>();
    addAround(Path.of(subject.command().getFirst()), files);
    for (String argument : subject.command()) {
      // -cp A:B and -XX:AOTCache=C alike
      for (String part : argument.split("[=:]", -1)) {
        if (part.startsWith("/")) {
          add(Path.of(part), files);
        }
      }
    }
    addFolder(subject.taskRoot().resolve("lib"), files);
    addFolder(subject.taskRoot().resolve(".thaw"), files);
    return new ColdFiles(List.copyOf(files));
  }

  /** The Java home of {@code bin/java}; else the program's folder, unless it is a {@code bin}. */
  private static void addAround(Path program, Set<Path> files) throws IOException {
    Path real = program.toRealPath();
    Path folder = real.resolve("..").normalize();
    Path home = folder.resolve("..").normalize();
    if (!folder.endsWith("bin")) {
      addFolder(folder, files);
    } else if (Files.exists(home.resolve("lib/modules"))) {
      addFolder(home, files);
    }
  }

  private static void add(Path file, Set<Path> files) {
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      files.add(file);
    }
  }

  private static void addFolder(Path folder, Set<Path> files) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        add(file, files);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  void sync() throws IOException {
    for (Path file : files) {
      PageCache.sync(file);
    }
  }

  /**
   * Throws all of them out of memory.
   *
   * @throws NotEvictedException if some stayed
   */
  void evict() throws IOException, InterruptedException, NotEvictedException {
    List<Path> left = files;
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new NotEvictedException(left);
      }
      if (attempt > 0) {
        Thread.sleep(50); // what ran last may not have let go of its mappings yet
      }
      List<Path> stayed = new ArrayList<>();
      for (Path file : left) {
        PageCache.evict(file);
      }
      for (Path file : left) {
        if (PageCache.resident(file) > 0) {
          stayed.add(file);
        }
      }
      left = stayed;
    }
  }

  /** How much of them is in memory, in bytes. */
  long resident() throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += PageCache.resident(file);
    }
    return bytes;
  }
}
