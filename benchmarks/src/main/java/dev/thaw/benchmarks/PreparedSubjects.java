package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The subjects whose caches are made, in a file from which another JVM can start them.
 *
 * @param file JSON; the logs go beside it
 */
record PreparedSubjects(Path file) {
  private static final JsonMapper JSON = new JsonMapper();

  static PreparedSubjects in(Path directory) {
    return new PreparedSubjects(directory.resolve("subjects.json"));
  }

  void write(List<Series> all) throws IOException {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    for (Series series : all) {
      subjects.put(key(series.subject().name(), series.event()), series.subject());
    }
    Files.write(file, JSON.writeValueAsBytes(subjects));
  }

  /**
   * @throws MeasurementException if it was not prepared
   */
  Subject read(String name, BenchEvent event) throws IOException, MeasurementException {
    Subject subject = null;
    if (Files.exists(file)) {
      Map<String, Subject> subjects =
          JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {});
      subject = subjects.get(key(name, event));
    }
    if (subject == null) {
      throw new MeasurementException(
          file + " has no " + key(name, event) + ": bin/bench --cold --quick prepares it", null);
    }
    return subject;
  }

  private static String key(String name, BenchEvent event) {
    return name + " " + event.label();
  }
}
