package dev.thaw.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code --storage}: cold starts on a host that has none of the files in memory, see {@link
 * ColdFiles}.
 *
 * <p>Runtime and JDK are copied first. Linux evicts no page that a process has mapped, and the JDK
 * runs this very program; a copy is nobody else's.
 *
 * <p>Bytes read are what the kernel counts for the process ({@code read_bytes} of {@code
 * /proc/PID/io}) up to its response. The pages of the files that are in memory afterwards are
 * recorded beside it: they must come to the same, less what the process was still reading.
 */
final class ColdStorage {
  private ColdStorage() {}

  static void run(Options options, Layout layout, Report report)
      throws IOException, InterruptedException, MeasurementException {
    ArrayNode results = new JsonMapper().createArrayNode();
    try {
      Subjects subjects = new Subjects(copy(layout));
      List<StorageSeries> all = measure(options, subjects, layout.work().resolve("storage"));
      int readAhead = ReadAhead.kilobytes(layout.work());
      StorageTable.print(all, options.starts(), readAhead);
      for (StorageSeries each : all) {
        results.add(json(each));
      }
      report.write("storage", options.starts(), results, Map.of("readAheadKilobytes", readAhead));
    } catch (NotEvictedException e) {
      System.out.printf("%nCold storage was not measured: %s%n", e.getMessage());
      report.write("storage", options.starts(), results, Map.of("problem", e.getMessage()));
    }
  }

  private static List<StorageSeries> measure(Options options, Subjects subjects, Path logs)
      throws IOException, InterruptedException, MeasurementException, NotEvictedException {
    List<StorageSeries> all = new ArrayList<>();
    for (BenchEvent event : options.events(Options.Part.STORAGE)) {
      for (String name : options.subjects(Options.Part.STORAGE)) {
        if (!subjects.available(name, event)) {
          continue;
        }
        Subject subject = subjects.subject(name, event);
        ColdFiles files = ColdFiles.of(subject);
        files.sync();
        all.add(new StorageSeries(new Series(event, subject), files));
      }
    }
    for (int round = 0; round <= options.starts(); round++) {
      for (StorageSeries each : all) {
        BenchEvent event = each.series().event();
        Path log = logs.resolve(each.name() + "-" + event.label() + ".log");
        each.files().evict();
        ColdStart.Sample sample = ColdStart.measure(each.series().subject(), event, log);
        if (round > 0) {
          each.series().samples().add(sample);
          each.residentBytes().add(each.files().resident());
        }
      }
    }
    return all;
  }

  /** The same with a runtime, a JRE and a JDK that nobody else runs. */
  private static Layout copy(Layout layout) throws IOException {
    Path work = Files.createDirectories(layout.work().resolve("storage"));
    Path thaw = copy(layout.thaw(), work.resolve("runtime"));
    Path jre =
        layout.jre().startsWith(layout.thaw())
            ? thaw.resolve(layout.thaw().relativize(layout.jre()))
            : copy(layout.jre(), work.resolve("jre"));
    return new Layout(layout.target(), thaw, jre, copy(layout.jdk(), work.resolve("jdk")), work);
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file)),
            LinkOption.NOFOLLOW_LINKS,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return to;
  }

  private static ObjectNode json(StorageSeries each) throws IOException {
    ObjectNode node = Report.json(each.series());
    ArrayNode samples = (ArrayNode) node.get("samples");
    double[] read = each.readMegabytes();
    double[] resident = each.residentMegabytes();
    for (int at = 0; at < read.length; at++) {
      ((ObjectNode) samples.get(at))
          .put("readMegabytes", read[at])
          .put("residentFileMegabytes", resident[at]);
    }
    return node;
  }
}
