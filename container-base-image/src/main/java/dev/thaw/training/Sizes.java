package dev.thaw.training;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** How much a folder holds, in bytes. */
final class Sizes extends SimpleFileVisitor<Path> {
  private long bytes;

  private Sizes() {}

  /** The files below a folder, without what cannot be read; 0 if it is not there. */
  static long of(Path folder) throws IOException {
    Sizes sizes = new Sizes();
    Files.walkFileTree(folder, sizes);
    return sizes.bytes;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      bytes += attributes.size();
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
    return FileVisitResult.CONTINUE;
  }
}
