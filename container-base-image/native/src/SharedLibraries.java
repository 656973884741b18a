import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The JDK's libraries, which an ordinary JDK has only as shared ones, beside the executable. */
final class SharedLibraries {
  /** Beside the executable, where it looks for them. */
  static final String FOLDER = "lib";

  private SharedLibraries() {}

  /** Copies those that an executable needs, and that they need themselves. */
  static void copyBeside(Path executable, Path libraries) throws IOException, InterruptedException {
    Set<String> needed = new TreeSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(executable));
    while (!open.isEmpty()) {
      for (String name : needed(open.remove())) {
        Path library = libraries.resolve(name);
        if (Files.exists(library) && needed.add(name)) {
          open.add(library);
        }
      }
    }
    Path folder = executable.resolveSibling(FOLDER);
    for (String name : needed) {
      Files.createDirectories(folder);
      Files.copy(
          libraries.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      System.out.println("Beside it: " + folder.resolve(name));
    }
  }

  private static List<String> needed(Path binary) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("readelf", "--dynamic", "--wide", binary.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String dynamic = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("readelf cannot read " + binary);
    }
    List<String> names = new ArrayList<>();
    for (String line : dynamic.split("\n", -1)) {
      int name = line.indexOf('[');
      if (line.contains("(NEEDED)") && name >= 0) {
        names.add(line.substring(name + 1, line.indexOf(']', name)));
      }
    }
    return names;
  }
}
