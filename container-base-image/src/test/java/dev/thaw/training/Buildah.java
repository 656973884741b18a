package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds images without Docker, into a store of its own that is deleted at the end. */
final class Buildah {
  private final Path store;

  /** Begins with an empty store in that folder, which may hold one that was left behind. */
  Buildah(Path store) throws IOException, InterruptedException {
    this.store = store;
    Programs.delete(store);
    Files.createDirectories(store);
  }

  /**
   * Builds an image.
   *
   * @param context a folder with a {@code Dockerfile}
   * @return what the build printed
   */
  String build(String image, Path context, String... options)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of("bud", "--isolation", "chroot", "--pull-never", "--layers=false", "-t", image));
    arguments.addAll(List.of(options));
    arguments.add(context.toString());
    return run(arguments);
  }

  /** Unpacks an image. */
  Container container(String image) throws IOException, InterruptedException {
    String container = run(List.of("from", "--pull-never", image)).strip();
    Path root = Path.of(run(List.of("mount", container)).strip());
    return new Container(
        root,
        lines(image, "{{range .OCIv1.Config.Entrypoint}}{{println .}}{{end}}"),
        lines(image, "{{range .OCIv1.Config.Cmd}}{{println .}}{{end}}"),
        pairs(lines(image, "{{range .OCIv1.Config.Env}}{{println .}}{{end}}")),
        String.join("", lines(image, "{{.OCIv1.Config.WorkingDir}}")));
  }

  /** The labels of an image. */
  Map<String, String> labels(String image) throws IOException, InterruptedException {
    return pairs(
        lines(image, "{{range $k, $v := .OCIv1.Config.Labels}}{{$k}}={{println $v}}{{end}}"));
  }

  /** The user that an image names; empty if it leaves that to whoever runs it. */
  String user(String image) throws IOException, InterruptedException {
    return String.join("", lines(image, "{{.OCIv1.Config.User}}"));
  }

  private List<String> lines(String image, String template)
      throws IOException, InterruptedException {
    String text = run(List.of("inspect", "--type", "image", "--format", template, image));
    return text.lines().filter(line -> !line.isEmpty()).toList();
  }

  private static Map<String, String> pairs(List<String> lines) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      pairs.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return pairs;
  }

  private String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("--storage-driver", "vfs"));
    all.addAll(List.of("--root", store + "/store", "--runroot", store + "/run"));
    all.addAll(arguments);
    return Programs.run("buildah", all.toArray(String[]::new));
  }

  /** Deletes the store with all images and containers. */
  void delete() throws IOException, InterruptedException {
    Programs.delete(store);
  }
}
