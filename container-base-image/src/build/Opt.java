import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets one process see a folder as {@code /opt}, where Lambda puts layers and where alone a cache
 * knows its jars again. The machine's own {@code /opt} is left as it is.
 */
final class Opt {
  private static final String BIND = "mount --bind \"$1\" /opt && shift && exec \"$@\"";

  private Opt() {}

  /** What to put in front of a command, or nothing where this machine has no way. */
  static List<String> prefix(Path folder) throws IOException, InterruptedException {
    for (List<String> way : ways(folder)) {
      List<String> tried = new ArrayList<>(way);
      tried.addAll(List.of("test", "-x", "/opt/bootstrap"));
      try {
        Process process =
            new ProcessBuilder(tried)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() == 0) {
          return way;
        }
      } catch (IOException e) {
        continue; // Not installed.
      }
    }
    return List.of();
  }

  private static List<List<String>> ways(Path folder) throws IOException {
    List<List<String>> ways = new ArrayList<>();
    if (Files.isDirectory(Path.of("/opt"))) {
      List<String> bind = List.of("sh", "-c", BIND, "sh", folder.toString());
      for (List<String> unshare :
          List.of(
              List.of("unshare", "--mount"), List.of("unshare", "--mount", "--map-root-user"))) {
        ways.add(Stream.concat(unshare.stream(), bind.stream()).toList());
      }
    }
    ways.add(bubblewrap(folder));
    return ways;
  }

  /** It makes a root of its own, so that {@code /opt} need not be there. */
  private static List<String> bubblewrap(Path folder) throws IOException {
    List<String> command = new ArrayList<>(List.of("bwrap"));
    try (Stream<Path> top = Files.list(Path.of("/"))) {
      for (Path path : top.sorted().toList()) {
        if (Files.isSymbolicLink(path)) {
          command.addAll(
              List.of("--symlink", Files.readSymbolicLink(path).toString(), path.toString()));
        } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !path.endsWith("opt")) {
          command.addAll(List.of("--dev-bind", path.toString(), path.toString()));
        }
      }
    }
    command.addAll(List.of("--bind", folder.toString(), "/opt"));
    return command;
  }
}
