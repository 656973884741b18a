package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A function's own serializer and its cache: whether there is one was found out when the cache was
 * made, and that must never outlive a change of the function.
 */
class TrainedSerializerIT {
  private static final String FILE =
      "META-INF/services/com.amazonaws.services.lambda.runtime.CustomPojoSerializer";

  @TempDir private Path folder;
  private Path taskRoot;
  private Path serializerJar;

  @BeforeEach
  void build() throws Exception {
    taskRoot = folder.resolve("task");
    serializerJar = taskRoot.resolve("lib/tagging.jar");
    Functions.jar(taskRoot.resolve("lib/shop.jar"), Functions.compile("Probe", "Version"));
  }

  @Test
  void isUsedFromTheCache() throws Exception {
    bring(serializerJar);
    train();
    Path classes = folder.resolve("classes");
    assertThat(response(classes, "version")).isEqualTo("tagged blue");
    LoadedClasses.in(classes).assertFromCache("shop.Probe").assertFromCache("shop.Tagging");
  }

  @Test
  void isUsedWhereItLayLooseInTheTaskRoot() throws Exception {
    Functions.loose(taskRoot, serializer());
    train();
    Path classes = folder.resolve("classes");
    assertThat(response(classes, "version")).isEqualTo("tagged blue");
    LoadedClasses.in(classes).assertFromCache("shop.Tagging");
  }

  @Test
  void addedAfterTheTraining() throws Exception {
    train();
    Path classes = folder.resolve("classes");
    assertThat(response(classes, "\"version\"")).isEqualTo("\"blue\"");
    LoadedClasses.in(classes).assertFromCache("shop.Probe");

    bring(serializerJar);
    assertFallsBack("version", "tagged blue", "it knows no jar " + serializerJar);
  }

  @Test
  void addedLooseAfterTheTraining() throws Exception {
    train();
    Functions.loose(taskRoot, serializer());
    assertFallsBack("version", "tagged blue", "it knows no file " + FILE);
  }

  @Test
  void removedAfterTheTraining() throws Exception {
    bring(serializerJar);
    train();
    Files.delete(serializerJar);
    assertFallsBack("\"version\"", "\"blue\"", "jar " + serializerJar + " is gone");
  }

  @Test
  void aSecondOneAddedAfterTheTraining() throws Exception {
    bring(serializerJar);
    train();
    Functions.jar(
        taskRoot.resolve("lib/other.jar"), Functions.text(FILE, "com.example.Other # another\n"));
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
      assertThat(function.initError()).contains("com.example.Other, shop.Tagging");
    }
  }

  private static Map<String, byte[]> serializer() {
    Map<String, byte[]> files = new TreeMap<>(Functions.compile("Tagging"));
    files.putAll(Functions.text(FILE, "shop.Tagging\n"));
    return files;
  }

  private static void bring(Path jar) throws IOException {
    Functions.jar(jar, serializer());
  }

  private void train() throws Exception {
    Path event = Files.writeString(folder.resolve("event.json"), "\"version\"");
    ThawTrain.succeeding(taskRoot, "shop.Probe", event.toString());
  }

  private String response(Path classes, String event) throws Exception {
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").classesTo(classes).start()) {
      String response = function.invoke(event);
      assertThat(function.log()).noneMatch(line -> line.startsWith("WARN"));
      return response;
    }
  }

  private void assertFallsBack(String event, String response, String reason) throws Exception {
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
      assertThat(function.invoke(event)).isEqualTo(response);
      assertThat(function.log())
          .containsExactly(
              "WARN thaw: The function's cache is not used, since it was made for something else: "
                  + reason
                  + ". Run thaw-train anew.");
    }
  }
}
