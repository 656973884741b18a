package dev.thaw.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result files that are there: what was not measured is missing, and nothing else is made up.
 */
final class Results {
  /** The parts that the page knows, in its order. */
  static final List<String> MODES =
      List.of(
          "cold",
          "timeline",
          "memory",
          "storage",
          "warm",
          "codecs",
          "steps",
          "native",
          "native-variants");

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, JsonNode> parts = new HashMap<>();

  /**
   * @param directory with {@code bench-*.json}
   * @throws IOException if a file is no JSON
   */
  static Results read(Path directory) throws IOException {
    Results results = new Results();
    for (String mode : MODES) {
      Path file = directory.resolve(file(mode));
      if (Files.exists(file)) {
        try {
          results.parts.put(mode, JSON.readTree(Files.readAllBytes(file)));
        } catch (JacksonException e) {
          throw new IOException(file + ": " + e.getOriginalMessage(), e);
        }
      }
    }
    return results;
  }

  static String file(String mode) {
    return "bench-" + mode + ".json";
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  @Nullable JsonNode part(String mode) {
    return parts.get(mode);
  }

  /** Why a part could not be measured; null where the file does not say so. */
  @Nullable String problem(String mode) {
    JsonNode part = parts.get(mode);
    return part == null || !part.has("problem") ? null : part.path("problem").asString();
  }

  /** The results of a part, in the order in which they were measured; none if it was not. */
  List<Measured> measured(String mode) {
    List<Measured> all = new ArrayList<>();
    JsonNode part = parts.get(mode);
    if (part != null) {
      for (JsonNode result : part.path("results")) {
        Measured measured = new Measured(file(mode), result);
        if (!measured.isEmpty()) {
          all.add(measured);
        }
      }
    }
    return all;
  }

  /** The machine that the first part was measured on; an empty node where none says it. */
  JsonNode machine() {
    return MODES.stream()
        .map(parts::get)
        .filter(part -> part != null && part.has("machine"))
        .findFirst()
        .map(part -> part.path("machine"))
        .orElseGet(JSON::createObjectNode);
  }

  static Set<String> events(List<Measured> all) {
    Set<String> events = new LinkedHashSet<>();
    all.forEach(measured -> events.add(measured.event()));
    return events;
  }

  static List<Measured> of(String event, List<Measured> all) {
    return all.stream().filter(measured -> measured.event().equals(event)).toList();
  }

  static @Nullable Measured of(String event, String subject, List<Measured> all) {
    return of(event, all).stream()
        .filter(measured -> measured.subject().equals(subject))
        .findFirst()
        .orElse(null);
  }
}
