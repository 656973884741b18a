package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A root file system of one's own, in a mount namespace that ends with the process in it: what is
 * mounted here is seen by nobody else and leaves nothing behind.
 *
 * <p>Only the program is measured: the process waits at a {@link Gate} when the namespace is made
 * and the root entered.
 *
 * @param root becomes {@code /}
 * @param mounts from a folder inside the root, without a slash in front, to the folder outside that
 *     is seen there; later ones may lie in earlier ones
 */
record Sandbox(Path root, Map<String, Path> mounts) {
  private static final String ENTER =
      """
      root=$1
      shift
      while [ "$1" != -- ]; do
        mount --rbind "$2" "$root/$1" || exit 1
        shift 2
      done
      shift
      exec unshare --root="$root" --wd=/var/task /bin/sh -c '%s' sh "$@"
      """
          .formatted(Gate.WAIT);

  Sandbox {
    mounts = new LinkedHashMap<>(mounts);
  }

  /** The system's own folders, without which no program starts. */
  static Map<String, Path> system() {
    Map<String, Path> mounts = new LinkedHashMap<>();
    for (String folder : List.of("usr", "bin", "lib", "lib64", "etc")) {
      Path outside = Path.of("/", folder);
      if (Files.isDirectory(outside)) {
        mounts.put(folder, outside);
      }
    }
    mounts.putAll(devices());
    return mounts;
  }

  /** What a root file system leaves to the kernel. */
  static Map<String, Path> devices() {
    Map<String, Path> mounts = new LinkedHashMap<>();
    mounts.put("dev", Path.of("/dev"));
    mounts.put("proc", Path.of("/proc"));
    return mounts;
  }

  /** Makes the empty folders over which is mounted. */
  Sandbox create() throws IOException {
    for (String folder : mounts.keySet()) {
      Files.createDirectories(root.resolve(folder));
    }
    return this;
  }

  /** The same with another folder seen at a place. */
  Sandbox with(String inside, Path outside) {
    Map<String, Path> more = new LinkedHashMap<>(mounts);
    more.put(inside, outside);
    return new Sandbox(root, more);
  }

  /**
   * @throws MeasurementException if this machine has no mount namespaces for this user
   */
  static void require() throws IOException, InterruptedException, MeasurementException {
    String problem = problem();
    if (problem != null) {
      throw new MeasurementException(
          "Layouts are measured in mount namespaces, which need Linux, unshare (util-linux) and"
              + " root or user namespaces: "
              + problem,
          null);
    }
  }

  private static @Nullable String problem() throws IOException, InterruptedException {
    if (!System.getProperty("os.name").equals("Linux")) {
      return "this is " + System.getProperty("os.name");
    }
    List<String> command = new ArrayList<>(unshare());
    command.addAll(List.of("mount", "--rbind", "/dev", "/dev"));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return e.getMessage();
    }
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? null : output.strip();
  }

  private static List<String> unshare() {
    List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
    if (!System.getProperty("user.name").equals("root")) {
      command.add("--map-root-user");
    }
    command.add("--");
    return command;
  }

  /**
   * Starts a program in it, in {@code /var/task}.
   *
   * @param builder with the program's environment and its log, to which all output goes
   */
  Running start(ProcessBuilder builder) throws IOException, MeasurementException {
    List<String> command = unshare();
    command.addAll(List.of("/bin/sh", "-c", ENTER, "sandbox", root.toString()));
    mounts.forEach((inside, outside) -> command.addAll(List.of(inside, outside.toString())));
    command.add("--");
    command.addAll(builder.command());
    builder.command(command);
    return Gate.start(builder, root, _ -> {});
  }
}
