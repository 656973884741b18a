package dev.thaw.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts the results of a run, the page and the figures into the repository. */
public final class Publication {
  private static final JsonMapper JSON = new JsonMapper();

  private Publication() {}

  /**
   * Replaces {@code docs/figures} and the figures of README, {@code docs/cold-start.md} and {@code
   * docs/native.md}.
   *
   * @param results folder with {@code bench-*.json}
   * @param repository its top folder
   * @param places folders of this machine and what is written instead; a place that lies in another
   *     comes before it
   * @return the folder
   * @throws IOException if there are no results, or one cannot be read
   */
  public static Path publish(Path results, Path repository, Map<Path, String> places)
      throws IOException {
    Path folder = repository.resolve(ReadmeFigures.FOLDER);
    Files.createDirectories(folder);
    for (String mode : Results.MODES) {
      Path file = folder.resolve(Results.file(mode));
      Files.deleteIfExists(file);
      Path source = results.resolve(Results.file(mode));
      if (Files.exists(source)) {
        Files.writeString(file, lines(withoutPlaces(Files.readString(source), places), source));
      }
    }
    for (String figure : List.of("cold-start.svg", "timeline.svg", "memory.svg")) {
      Files.deleteIfExists(folder.resolve(figure));
    }
    Page.write(folder, folder);
    Results published = Results.read(folder);
    Path readme = repository.resolve("README.md");
    Files.writeString(readme, ReadmeFigures.replace(Files.readString(readme), published));
    Path guide = repository.resolve(GuideFigures.FILE);
    Files.writeString(guide, GuideFigures.replace(Files.readString(guide), published));
    Path natives = repository.resolve(NativeFigures.FILE);
    Files.writeString(natives, NativeFigures.replace(Files.readString(natives), published));
    return folder;
  }

  /** Nothing of this machine but what a figure is worth nothing without. */
  private static String withoutPlaces(String json, Map<Path, String> places) {
    for (Map.Entry<Path, String> place : places.entrySet()) {
      json = json.replace(place.getKey().toString(), place.getValue());
    }
    return json;
  }

  /** A line for each result, so that a difference can be read and files stay small. */
  private static String lines(String json, Path source) throws IOException {
    try {
      var root = JSON.readTree(json);
      if (!root.isObject()) {
        return JSON.writeValueAsString(root) + "\n";
      }
      List<String> members = new ArrayList<>();
      for (var member : root.properties()) {
        String name = JSON.writeValueAsString(member.getKey()) + ": ";
        if (member.getValue().isArray()) {
          List<String> elements = new ArrayList<>();
          for (var element : member.getValue()) {
            elements.add("\n" + JSON.writeValueAsString(element));
          }
          members.add(name + "[" + String.join(",", elements) + "]");
        } else {
          members.add(name + JSON.writeValueAsString(member.getValue()));
        }
      }
      return "{" + String.join(",\n", members) + "}\n";
    } catch (JacksonException e) {
      throw new IOException(source + ": " + e.getOriginalMessage(), e);
    }
  }
}
