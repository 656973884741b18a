package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A small Debian in place of Amazon Linux, whose registry a build need not reach. */
final class DebianBase {
  /** Kept between runs: fetching it takes most of a minute. */
  private static final Path ARCHIVE = Layer.TARGET.resolve("debian-bookworm.tar");

  /** Where Debian's packages come from, such as a mirror nearby. */
  private static final String MIRROR =
      System.getenv().getOrDefault("THAW_DEBIAN_MIRROR", "http://deb.debian.org/debian");

  /** What a shell and a JVM are linked with. */
  private static final List<String> LIBRARIES =
      List.of("libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0", "librt.so.1");

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

  /** Builds the image {@code localhost/shell}, of nothing but a shell and the C library. */
  static void buildShell(Buildah buildah) throws IOException, InterruptedException {
    Path debian = buildah.container("localhost/debian").root();
    Path context = Files.createTempDirectory(Layer.TARGET, "shell");
    try {
      Path root = context.resolve("root");
      copy(debian.resolve("usr/bin/dash"), root.resolve("bin/sh"));
      try (Stream<Path> files = Files.walk(debian.resolve("usr/lib"))) {
        for (Path file : (Iterable<Path>) files::iterator) {
          String name = file.getFileName().toString();
          if (name.startsWith("ld-linux-")) {
            // where programs look for their loader: lib64, on arm64 lib
            copy(file, root.resolve("lib64").resolve(name));
            copy(file, root.resolve("lib").resolve(name));
          } else if (LIBRARIES.contains(name)) {
            copy(file, root.resolve("lib64").resolve(name));
          }
        }
      }
      Files.createDirectories(root.resolve("tmp"));
      Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY root/ /\n");
      buildah.build("localhost/shell", context);
    } finally {
      Programs.delete(context);
    }
  }

  private static void copy(Path file, Path copy) throws IOException {
    Files.createDirectories(copy.getParent());
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
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
