package dev.thaw.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The layers of a function, one of which is Thaw's. */
final class FunctionLayers {
  private static final String JAVA = "thaw/jre/bin/java";

  private FunctionLayers() {}

  /**
   * Unpacks layers over one another as Lambda does.
   *
   * @param layers their zips, in the function's order
   * @param opt the folder that stands for {@code /opt}
   * @return what they have together, unzipped, in bytes
   * @throws TrainingException if they do not make a Thaw that runs on this machine
   */
  static long unpack(List<Path> layers, Path opt) throws IOException, TrainingException {
    List<ZipListing> opened = new ArrayList<>();
    try {
      ZipUnpacking unpacking = new ZipUnpacking();
      long size = 0;
      Path thaw = null;
      for (Path layer : layers) {
        ZipListing zip = ZipListing.open(layer);
        opened.add(zip);
        unpacking.add(zip, layer);
        size += zip.size();
        if (holdsRuntime(zip)) {
          if (thaw != null) {
            throw new TrainingException(
                "Both " + thaw + " and " + layer + " hold a runtime: a function has one");
          }
          thaw = layer;
        }
      }
      unpacking.unpack(opt);
      if (!Files.isExecutable(opt.resolve("bootstrap"))
          || !Files.isExecutable(opt.resolve("thaw/bin/thaw-train"))) {
        throw new TrainingException(
            "None of the layers is Thaw's, with bootstrap and thaw/: name its zip as well");
      }
      if (machine(opt.resolve(JAVA)) != machine(Path.of("/proc/self/exe"))) {
        throw new TrainingException(thaw + " was made for another processor than this machine has");
      }
      return size;
    } finally {
      for (ZipListing zip : opened) {
        zip.close();
      }
    }
  }

  private static boolean holdsRuntime(ZipListing zip) {
    return zip.members().stream()
        .anyMatch(member -> member.name().equals("bootstrap") || member.name().startsWith("thaw/"));
  }

  /** What processor a program is for: {@code e_machine} of its ELF header. */
  private static int machine(Path program) throws IOException {
    try (InputStream in = Files.newInputStream(program)) {
      byte[] header = in.readNBytes(20);
      return header.length < 20 ? -1 : (header[18] & 0xff) | (header[19] & 0xff) << 8;
    }
  }
}
