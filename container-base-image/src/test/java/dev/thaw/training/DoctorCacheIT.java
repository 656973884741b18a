package dev.thaw.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why {@code thaw-doctor} says that a function's cache is not used. */
class DoctorCacheIT {
  private static final String HANDLER = "shop.Orders";

  @TempDir private static Path folder;
  private static Path taskRoot;
  private static Path jar;
  private static Path cache;
  private static Path backup;
  private static Map<String, byte[]> classes;

  @BeforeAll
  static void train() throws Exception {
    taskRoot = folder.resolve("task");
    jar = taskRoot.resolve("lib/shop.jar");
    cache = taskRoot.resolve(".thaw/shop.Orders.aot");
    classes = Functions.compile("Orders", "Probe", "Version");
    Functions.jar(jar, classes);
    ThawTrain.succeeding(taskRoot, HANDLER);
    backup = Files.copy(cache, folder.resolve("cache"));
  }

  @AfterEach
  void restore() throws IOException {
    Files.copy(backup, cache, StandardCopyOption.REPLACE_EXISTING);
    Functions.jar(jar, classes);
  }

  /** The JVM would not start if it refused the cache for what only the doctor adds. */
  @Test
  void classPathOfTheDoctorFitsTheCache() throws Exception {
    ThawDoctor doctor = examine(Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on"), HANDLER);
    assertThat(doctor.status()).as(doctor.output()).isZero();
  }

  @Test
  void functionThatWasNotTrained() throws Exception {
    ThawDoctor doctor = examine(Map.of(), "shop.Probe");
    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.group("Cache"))
        .containsExactly(
            "! none: the function was not trained as shop.Probe, only as shop.Orders."
                + " Run thaw-train shop.Probe.");
    assertThat(doctor.group("Layer cache")).singleElement().asString().contains("is used instead");
    assertThat(doctor.output()).endsWith("1 problem, marked with !\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer", "off"})
  void cacheThatTheUserForbids(String choice) throws Exception {
    ThawDoctor doctor = examine(Map.of("THAW_CACHE", choice), HANDLER);
    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.group("Cache"))
        .containsExactly("! none: THAW_CACHE=" + choice + " forbids it. Unset it.");
  }

  /** A cache that is being made would be overwritten. */
  @Test
  void doesNotRecord() throws Exception {
    Path output = folder.resolve("recorded.aot");
    examine(Map.of("THAW_CACHE", "record", "THAW_CACHE_OUTPUT", output.toString()), HANDLER);
    assertThat(output).doesNotExist();
  }

  /** What is said of the function is true of its jar, not of the classes in the cache. */
  @Test
  void jarThatHasChanged() throws Exception {
    Functions.jar(
        jar,
        Functions.compile(Map.of("SQSEvent, SQSBatchResponse>", "SQSEvent, Object>"), "Orders"));
    assertNotUsed("jar " + jar + " has changed");
    Functions.jar(
        jar,
        Functions.compile(
            Map.of(
                "RequestHandler<SQSEvent, SQSBatchResponse>",
                "Runnable",
                "@Override",
                "public void run() {}"),
            "Orders"));
    ThawDoctor doctor = assertNotUsed("jar " + jar + " has changed");
    assertThat(doctor.group("Function").getFirst())
        .startsWith("! ")
        .contains("shop.Orders does not implement Handler");
  }

  @Test
  void jarAddedAndNoJar() throws Exception {
    Path added = Files.writeString(taskRoot.resolve("lib/zoo.jar"), "no jar");
    try {
      ThawDoctor doctor = assertNotUsed(added + " is not a jar");
      assertThat(doctor.group("Class path"))
          .contains("! lib/zoo.jar is no jar that can be read: replace or remove it.");
      Functions.jar(added, Functions.text("zoo.txt", "zoo"));
      assertThat(assertNotUsed("it knows no jar " + added).group("Class path"))
          .anyMatch(line -> line.contains("lib/zoo.jar"));
    } finally {
      Files.delete(added);
    }
  }

  @Test
  void classesThatLieLoose() throws Exception {
    Path loose = taskRoot.resolve("shop/Version.class");
    Functions.loose(taskRoot, Functions.compile("Version"));
    try {
      assertNotUsed("it knows no file shop/Version.class");
    } finally {
      Files.delete(loose);
      Files.delete(loose.getParent());
    }
  }

  @Test
  void cacheThatIsTruncated() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(cache.toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }
    assertNotUsed("cache has changed");
  }

  @Test
  void cacheThatIsGarbled() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(cache.toFile(), "rw")) {
      file.write("garbage!".getBytes(UTF_8));
    }
    assertRefused(Map.of(), "bad magic number", "Run thaw-train shop.Orders anew.");
  }

  @ParameterizedTest
  @CsvSource({
    "-XX:+UseCompactObjectHeaders, UseCompactObjectHeaders",
    "--add-opens=java.base/java.lang=ALL-UNNAMED, jdk.module.addopens: java.base/java.lang",
    "--add-modules=java.sql, jdk.module.addmods: runtime",
    "-XX:ObjectAlignmentInBytes=16, ObjectAlignmentInBytes of 8",
    "--illegal-native-access=deny, full module graph"
  })
  void cacheThatTheOptionsForbid(String option, String reason) throws Exception {
    ThawDoctor doctor =
        assertRefused(Map.of("JAVA_TOOL_OPTIONS", option), reason, "Leave out the option");
    assertThat(doctor.group("Flags")).contains("  JAVA_TOOL_OPTIONS: " + option);
  }

  @Test
  void optionThatNoCacheGoesWith() throws Exception {
    assertRefused(
        Map.of("JAVA_TOOL_OPTIONS", "--limit-modules=java.base,java.management,java.instrument"),
        "disabled when the --limit-modules option",
        "leave it out");
  }

  @Test
  void functionWithoutCacheWhoseOptionsForbidTheLayers() throws Exception {
    ThawDoctor doctor =
        examine(Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseCompactObjectHeaders"), "shop.Probe");
    assertThat(doctor.group("Layer cache").getFirst()).startsWith("! ").contains("refuses it");
    assertThat(doctor.group("Layer cache").get(1)).contains("UseCompactObjectHeaders");
  }

  private static ThawDoctor assertNotUsed(String reason) throws Exception {
    ThawDoctor doctor = examine(Map.of(), HANDLER);
    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.group("Cache")).as(doctor.output()).hasSize(2);
    assertThat(doctor.group("Cache").getFirst())
        .startsWith("! " + cache)
        .contains("is not used: ")
        .endsWith(reason);
    assertThat(doctor.group("Cache").get(1)).contains("Run thaw-train shop.Orders anew.");
    assertThat(doctor.group("Layer cache")).singleElement().asString().contains("is used instead");
    return doctor;
  }

  private static ThawDoctor assertRefused(
      Map<String, String> variables, String reason, String advice) throws Exception {
    ThawDoctor doctor = examine(variables, HANDLER);
    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.group("Cache")).as(doctor.output()).hasSize(3);
    assertThat(doctor.group("Cache").getFirst()).startsWith("! ").contains("refuses it");
    assertThat(doctor.group("Cache").get(1)).contains(reason);
    assertThat(doctor.group("Cache").get(2)).contains(advice);
    return doctor;
  }

  private static ThawDoctor examine(Map<String, String> variables, String... arguments)
      throws Exception {
    return ThawDoctor.harmless(taskRoot, variables, arguments);
  }
}
