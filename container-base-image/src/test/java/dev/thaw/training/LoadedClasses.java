package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code -Xlog:class+load} wrote: where each class came from. */
record LoadedClasses(List<String> lines) {
  static LoadedClasses in(Path file) throws IOException {
    return new LoadedClasses(Files.readAllLines(file));
  }

  LoadedClasses assertFromCache(String name) {
    assertThat(source(name)).as(name).startsWith("shared objects file");
    return this;
  }

  LoadedClasses assertFromJar(String name, Path jar) {
    assertThat(source(name)).as(name).isEqualTo("file:" + jar);
    return this;
  }

  LoadedClasses assertNotFromCache(String name) {
    assertThat(source(name)).as(name).doesNotContain("shared objects file");
    return this;
  }

  private String source(String name) {
    String start = name + " source: ";
    List<String> found = lines.stream().filter(line -> line.startsWith(start)).toList();
    assertThat(found).as("where %s was loaded", name).hasSize(1);
    return found.getFirst().substring(start.length());
  }
}
