package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runtime of another commit, built in a working tree of its own that goes when it is closed.
 */
final class BaseBuild implements AutoCloseable {
  private final Path repository;
  private final Path directory;
  private final Path tree;

  /**
   * @param repository its top folder
   */
  BaseBuild(Path repository) throws IOException {
    this.repository = repository;
    directory = Files.createTempDirectory("thaw-base");
    tree = directory.resolve("tree");
  }

  /**
   * Builds it.
   *
   * @return the assembled runtime; null where the repository has no such commit
   * @throws MeasurementException if it cannot be built
   */
  @Nullable Path make(String commit)
      throws IOException, InterruptedException, MeasurementException {
    List<String> find = List.of("git", "rev-parse", "--quiet", "--verify", commit + "^{commit}");
    if (run(repository, find) != 0) {
      return null;
    }
    System.out.println("building " + commit + " ...");
    require(repository, List.of("git", "worktree", "add", "--detach", tree.toString(), commit));
    require(
        tree,
        List.of(
            "./mvnw",
            "-q",
            "-pl",
            "container-base-image",
            "-am",
            "package",
            "-Dmaven.test.skip=true"));
    return tree.resolve("container-base-image/target/thaw");
  }

  private void require(Path place, List<String> command)
      throws IOException, InterruptedException, MeasurementException {
    if (run(place, command) != 0) {
      throw new MeasurementException(
          "the base could not be built: "
              + String.join(" ", command)
              + ":\n"
              + Files.readString(log(), UTF_8),
          null);
    }
  }

  private int run(Path place, List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .directory(place.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start()
        .waitFor();
  }

  private Path log() {
    return directory.resolve("log");
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(tree)) {
      try {
        run(repository, List.of("git", "worktree", "remove", "--force", tree.toString()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    Bench.delete(directory);
  }
}
