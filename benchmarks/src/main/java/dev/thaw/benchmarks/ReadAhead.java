package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much Linux reads around a page that is missed, at most: what bytes and time from storage
 * depend on more than on anything else.
 */
final class ReadAhead {
  private ReadAhead() {}

  /** In kB, of the device that a file is on; -1 where Linux does not say. */
  static int kilobytes(Path file) throws IOException {
    long device = (long) Files.getAttribute(file, "unix:dev");
    // as makedev(3) puts them together
    long major = (device >> 8) & 0xfff;
    long minor = (device & 0xff) | ((device >> 12) & 0xfff00);
    Path setting = Path.of("/sys/class/bdi", major + ":" + minor, "read_ahead_kb");
    return Files.exists(setting) ? Integer.parseInt(Files.readString(setting).strip()) : -1;
  }
}
