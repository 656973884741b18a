package dev.thaw.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file system such as Lambda's, to train in: a mount namespace with this machine's programs and
 * libraries to read, and folders of ours at {@code /opt}, {@code /var/task} and {@code /tmp}. The
 * rest of the machine is not in it, least of all the user's home.
 */
final class TrainingRoot {
  /**
   * Lays out the root in the folder $1 and starts a program there. Before {@code --} stand pairs: a
   * file or folder, and where it is mounted. The old root is put away by pivot_root: in a chroot
   * nobody may make the namespace that cuts the network.
   */
  private static final String SCRIPT =
      """
      set -e
      readonly="remount,bind,ro,nosuid,nodev"
      mount -t tmpfs -o mode=755 tmpfs "$1"
      cd "$1"
      shift
      for folder in bin sbin lib lib32 lib64 libx32 usr etc nix dev proc run/systemd/resolve; do
        if [ -L "/$folder" ]; then
          cp -P "/$folder" "$folder"
        elif [ -d "/$folder" ]; then
          mkdir -p "$folder"
          mount --rbind "/$folder" "$folder"
          case $folder in dev | proc) ;; *) mount -o "$readonly" "$folder" || : ;; esac
        fi
      done
      while [ "$1" != -- ]; do
        if [ -d "$1" ]; then
          mkdir -p ".$2"
        else
          mkdir -p ".${2%/*}"
          : >".$2"
        fi
        mount --bind "$1" ".$2"
        case $2 in /opt*) mount -o "$readonly" ".$2" ;; esac
        shift 2
      done
      shift
      mkdir -p machine
      pivot_root . machine
      umount -l machine
      rmdir machine
      cd "$1"
      shift
      exec "$@"
      """;

  /** Root needs no user namespace and may be forbidden one; others have no other way. */
  private static final List<List<String>> WAYS =
      List.of(List.of("unshare", "--mount"), List.of("unshare", "--mount", "--map-root-user"));

  private final List<String> command = new ArrayList<>();

  /**
   * Finds a way to make one.
   *
   * @param folder an empty folder, which stays so: the root is seen only from inside
   * @param mounts what is seen in it, by its absolute path there
   * @throws TrainingException if this machine does not let us; the message says what to do
   */
  TrainingRoot(Path folder, Map<String, Path> mounts)
      throws IOException, InterruptedException, TrainingException {
    List<String> script = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh", folder.toString()));
    mounts.forEach((place, source) -> script.addAll(List.of(source.toString(), place)));
    script.add("--");
    StringBuilder reasons = new StringBuilder();
    for (List<String> way : WAYS) {
      command.clear();
      command.addAll(way);
      command.addAll(script);
      String reason = tryIt();
      if (reason == null) {
        return;
      }
      reasons.append("\n  ").append(String.join(" ", way)).append(": ").append(reason.strip());
    }
    throw new TrainingException(
        "This machine does not let the function be seen at /var/task and the layer at /opt, where"
            + " Lambda has them and the cache must be made. Run thaw-train as root, or in a"
            + " container that may mount (docker run --privileged), or build an image"
            + " instead of a zip. What failed:"
            + reasons);
  }

  /** A program in that root, on a working folder that is in it. */
  ProcessBuilder process(String folder, List<String> arguments) {
    List<String> whole = new ArrayList<>(command);
    whole.add(folder);
    whole.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().remove("TMPDIR"); // may name a folder that is not in it
    return builder;
  }

  private @Nullable String tryIt() throws IOException, InterruptedException {
    Path output = Files.createTempFile("thaw-train", ".log");
    try {
      Process process =
          process("/", List.of("true"))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return process.waitFor() == 0 ? null : Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return String.valueOf(e.getMessage()); // there is no such program
    } finally {
      Files.delete(output);
    }
  }
}
