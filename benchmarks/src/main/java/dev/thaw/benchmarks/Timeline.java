package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the time of one cold start goes, without a change to what is measured: the function notes
 * when it ran, the Runtime API when it was called. Only the JVM's own part needs a flag, that of
 * its log. So every second start goes without, and what those took is told beside it.
 */
final class Timeline {
  private static final JsonMapper JSON = new JsonMapper();
  private static final double NANOS_PER_MS = 1e6;
  private static final List<String> FUNCTION =
      List.of("handler’s constructor", "first poll", "first event", "handler", "response");

  /** The starts of one subject. */
  private record Starts(
      Subject subject,
      List<TimedStart.Moments> plain,
      List<TimedStart.Moments> logged,
      List<JvmLog> jvm) {
    Starts(Subject subject) {
      this(subject, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /** Where one phase ends and the next begins. */
  record Phase(String name, double startMillis, double endMillis) {}

  private Timeline() {}

  static void run(Options options, Subjects subjects, Layout layout, Report report)
      throws IOException, InterruptedException, MeasurementException {
    List<Starts> all = new ArrayList<>();
    for (String name : List.of("floor", "thaw", "aws-aot")) {
      all.add(new Starts(subjects.subject(name, BenchEvent.TIMED)));
    }
    for (int round = 0; round <= options.starts(); round++) {
      for (Starts starts : all) {
        measure(starts, layout.work(), round > 0);
      }
    }
    ArrayNode results = JSON.createArrayNode();
    System.out.printf(Locale.ROOT, "%nOne cold start, phase by phase, median ms%n");
    for (Starts starts : all) {
      List<Phase> phases = phases(starts.logged(), starts.jvm());
      print(starts, phases);
      ObjectNode result = results.addObject();
      result.put("event", BenchEvent.SQS.label()).put("subject", starts.subject().name());
      result.put("plainMillis", response(starts.plain()));
      result.put("loggedMillis", response(starts.logged()));
      result.set("phases", JSON.valueToTree(phases));
    }
    report.write("timeline", options.starts(), results);
  }

  private static void measure(Starts starts, Path directory, boolean counts)
      throws IOException, InterruptedException, MeasurementException {
    String name = starts.subject().name() + "-timeline";
    Path log = directory.resolve(name + ".log");
    Path jvmLog = directory.resolve(name + "-jvm.log");
    Files.deleteIfExists(jvmLog);
    TimedStart.Result plain = TimedStart.measure(starts.subject(), log);
    TimedStart.Result logged = TimedStart.measure(JvmLog.logged(starts.subject(), jvmLog), log);
    JvmLog jvm = JvmLog.read(jvmLog);
    if (counts) {
      starts.plain().add(plain.moments());
      starts.logged().add(logged.moments());
      long began = logged.beganNanos();
      starts.jvm().add(new JvmLog(jvm.beganNanos() - began, jvm.readyNanos() - began));
    }
  }

  /**
   * The phases between the medians of the moments.
   *
   * @param jvm from the process's start on
   */
  static List<Phase> phases(List<TimedStart.Moments> starts, List<JvmLog> jvm) {
    List<Phase> phases = new ArrayList<>();
    double began = median(jvm.stream().map(JvmLog::beganNanos).toList());
    double ready = median(jvm.stream().map(JvmLog::readyNanos).toList());
    double next = median(starts.stream().map(TimedStart.Moments::next).toList());
    double response = response(starts);
    phases.add(new Phase("launcher", 0, began));
    phases.add(new Phase("JVM", began, ready));
    if (starts.getFirst().function().isEmpty()) {
      phases.add(new Phase("program", ready, next));
      phases.add(new Phase("response", next, response));
      return phases;
    }
    double[] ends = {function(starts, 1), next, function(starts, 2), function(starts, 3), response};
    double at = function(starts, 0);
    phases.add(new Phase("runtime", ready, at));
    for (int phase = 0; phase < ends.length; phase++) {
      phases.add(new Phase(FUNCTION.get(phase), at, ends[phase]));
      at = ends[phase];
    }
    return phases;
  }

  private static double function(List<TimedStart.Moments> starts, int moment) {
    return median(starts.stream().map(start -> start.function().get(moment)).toList());
  }

  private static double response(List<TimedStart.Moments> starts) {
    return median(starts.stream().map(TimedStart.Moments::response).toList());
  }

  private static double median(List<Long> nanos) {
    return Statistics.median(nanos.stream().mapToDouble(each -> each / NANOS_PER_MS).toArray());
  }

  private static void print(Starts starts, List<Phase> phases) {
    System.out.printf(
        Locale.ROOT,
        "%n%s: %.1f ms, %.1f ms with the JVM's log%n",
        starts.subject().name(),
        response(starts.plain()),
        response(starts.logged()));
    for (Phase phase : phases) {
      System.out.printf(
          Locale.ROOT,
          "  %-22s %7.2f  to %7.2f%n",
          phase.name(),
          phase.endMillis() - phase.startMillis(),
          phase.endMillis());
    }
  }
}
