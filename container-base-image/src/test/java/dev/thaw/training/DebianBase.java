package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A small Debian in place of Amazon Linux, whose registry a build need not reach. */
final class DebianBase {
  /** Kept between runs: fetching it takes most of a minute. */
  private static final Path ARCHIVE = Layer.TARGET.resolve("debian-bookworm.tar");

  /** Where Debian's packages come from, such as a mirror nearby. */
  private static final String MIRROR =
      System.getenv().getOrDefault("THAW_DEBIAN_MIRROR", "http://deb.debian.org/debian");

  private DebianBase() {}

  /** Builds the image {@code localhost/debian}. */
  static void build(Buildah buildah) throws IOException, InterruptedException {
    if (!Files.exists(ARCHIVE)) {
      fetch();
    }
    Path context = Files.createTempDirectory(Layer.TARGET, "debian");
    try {
      Files.createLink(context.resolve("base.tar"), ARCHIVE);
      Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nADD base.tar /\n");
      buildah.build("localhost/debian", context);
    } finally {
      Programs.delete(context);
    }
  }

  private static void fetch() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(Layer.TARGET, "debian");
    try {
      Path root = folder.resolve("root");
      Programs.run("debootstrap", "--variant=minbase", "bookworm", root.toString(), MIRROR);
      Path archive = folder.resolve("base.tar");
      Programs.run(
          "tar",
          "--directory=" + root,
          "--numeric-owner",
          "--exclude=./dev/*",
          "--exclude=./usr/share/doc/*",
          "--exclude=./usr/share/locale/*",
          "--exclude=./usr/share/man/*",
          "--exclude=./var/cache/apt/*",
          "--exclude=./var/lib/apt/lists/*",
          "-cf",
          archive.toString(),
          ".");
      Files.move(archive, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Programs.delete(folder);
    }
  }
}
