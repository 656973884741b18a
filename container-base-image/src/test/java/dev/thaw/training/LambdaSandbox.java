package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a function finds around it on Lambda: layers at {@code /opt}, its own files at {@code
 * /var/task}, nothing to write but {@code /tmp}, and a user that owns none of it. The network is
 * the machine's own: the Runtime API stands in the test's process.
 */
final class LambdaSandbox {
  private static final String USER = "993";
  private static final String GROUP = "990";

  private final Path tmp;
  private final List<String> command = new ArrayList<>();

  /**
   * Describes one.
   *
   * @param tmp a folder that is not there yet, for {@code /tmp}
   * @param mounts what is seen in it, by its path there; must be readable to all
   */
  LambdaSandbox(Path tmp, Map<String, Path> mounts) throws Exception {
    this.tmp = Files.createDirectory(tmp);
    Files.setPosixFilePermissions(tmp, PosixFilePermissions.fromString("rwxrwxrwx"));
    add(Programs.find("bwrap"), "--unshare-pid", "--unshare-ipc", "--unshare-uts");
    add("--die-with-parent", "--ro-bind", "/usr", "/usr", "--ro-bind", "/etc", "/etc");
    for (String name : List.of("/bin", "/sbin", "/lib", "/lib64")) {
      Path folder = Path.of(name);
      if (Files.isSymbolicLink(folder)) {
        add("--symlink", Files.readSymbolicLink(folder).toString(), name);
      } else if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        add("--ro-bind", name, name);
      }
    }
    add("--proc", "/proc", "--dev", "/dev", "--bind", tmp.toString(), "/tmp");
    add("--dir", "/var", "--dir", "/opt"); // they would be made for their owner alone
    mounts.forEach((place, source) -> add("--ro-bind", source.toString(), place));
    add("--remount-ro", "/", "--chdir", "/");
    if (Programs.isRoot()) {
      add("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", Programs.find("setpriv"));
      add("--reuid=" + USER, "--regid=" + GROUP, "--clear-groups", "/opt/bootstrap");
    } else {
      add("--unshare-user", "--uid", USER, "--gid", GROUP, "/opt/bootstrap");
    }
  }

  private void add(String... arguments) {
    command.addAll(List.of(arguments));
  }

  Launch launch(String handler) {
    return Launch.of(Path.of("/var/task"), handler).by(command);
  }

  /** The same, with a record of where each class came from: {@link #classes}. */
  Launch recording(String handler) {
    return launch(handler).classesTo(Path.of("/tmp/classes"));
  }

  LoadedClasses classes() throws IOException {
    return LoadedClasses.in(tmp.resolve("classes"));
  }
}
