package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.palantir.javapoet.JavaFile;
import dev.thaw.codec.JsonName;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The codec processor in a user's build, which has its jars and nothing else of this project. */
final class ProcessorIT {
  private static final String VERSION = "0.1.0-SNAPSHOT";

  private static final String ORDER =
      """
      package com.example;

      import com.fasterxml.jackson.annotation.JsonProperty;
      import dev.thaw.codec.GenerateCodec;
      import java.util.List;

      @GenerateCodec
      public record Order(@JsonProperty("order-id") String id, List<Line> lines) {
        public record Line(String sku, int count) {}
      }
      """;

  private static final String MAIN =
      """
      package com.example;

      import static java.nio.charset.StandardCharsets.UTF_8;

      import dev.thaw.codec.Json;

      public final class Main {
        public static void main(String[] arguments) {
          Order order = Json.read(arguments[0].getBytes(UTF_8), Order.class);
          System.out.println(order);
          System.out.println(new String(Json.write(order, new OrderCodec()), UTF_8));
        }
      }
      """;

  private static final String JSON =
      "{\"lines\":[{\"sku\":\"cup\",\"count\":2}],\"order-id\":\"A1\"}";

  @TempDir Path folder;

  /** Without jackson-annotations, and with all warnings. */
  @Test
  void worksForJavac() throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Programs.run(
        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
        "-Xlint:all",
        "-Werror",
        "-processorpath",
        jar("codec-processor") + ":" + jarOf(JavaFile.class),
        "-cp",
        jar("event-adapters") + ":" + jarOf(NullMarked.class),
        "-d",
        classes.toString(),
        source(
            "Order",
            ORDER
                .replace(JsonProperty.class.getName(), JsonName.class.getName())
                .replace("@JsonProperty", "@JsonName")),
        source("Main", MAIN));
    runs(classes);
  }

  @Test
  void worksForMaven() throws Exception {
    source("Order", ORDER);
    source("Main", MAIN);
    Files.writeString(
        folder.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>orders</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>25</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <dependencies>
            <dependency>
              <groupId>dev.thaw</groupId>
              <artifactId>thaw-event-adapters</artifactId>
              <version>%1$s</version>
              <scope>provided</scope>
            </dependency>
            <dependency>
              <groupId>com.fasterxml.jackson.core</groupId>
              <artifactId>jackson-annotations</artifactId>
              <version>2.22</version>
            </dependency>
          </dependencies>
          <build>
            <plugins>
              <plugin>
                <artifactId>maven-resources-plugin</artifactId>
                <version>3.4.0</version>
              </plugin>
              <plugin>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>3.16.0</version>
                <configuration>
                  <annotationProcessorPaths>
                    <path>
                      <groupId>dev.thaw</groupId>
                      <artifactId>thaw-codec-processor</artifactId>
                      <version>%1$s</version>
                    </path>
                  </annotationProcessorPaths>
                </configuration>
              </plugin>
            </plugins>
          </build>
        </project>
        """
            .formatted(VERSION));
    Programs.run(
        folder,
        Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_ARGS", ""),
        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
        "--batch-mode",
        "--offline",
        "-Dmaven.repo.local=" + repository(),
        "-Dmaven.repo.local.tail=" + System.getProperty("maven.repository"),
        "compile");
    runs(folder.resolve("target/classes"));
  }

  /** A Maven repository with the modules that a user's build names, and their parents. */
  private Path repository() throws IOException {
    Path repository = folder.resolve("repository");
    publish(repository, "", "thaw");
    for (String module : List.of("handler-api", "event-adapters", "codec-processor")) {
      Path home = publish(repository, module, "thaw-" + module);
      Files.copy(jar(module), home.resolve("thaw-" + module + "-" + VERSION + ".jar"));
    }
    return repository;
  }

  private static Path publish(Path repository, String module, String artifact) throws IOException {
    Path home = Files.createDirectories(repository.resolve("dev/thaw/" + artifact + "/" + VERSION));
    Path pom = Path.of("..", module, "pom.xml");
    Files.copy(pom, home.resolve(artifact + "-" + VERSION + ".pom"));
    return home;
  }

  private void runs(Path classes) throws Exception {
    String classPath =
        Stream.of(classes, jar("handler-api"), jar("event-adapters"), jarOf(Context.class))
            .map(Path::toString)
            .collect(Collectors.joining(":"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(Programs.run(java, "-cp", classPath, "com.example.Main", JSON).lines())
        .containsExactly(
            "Order[id=A1, lines=[Line[sku=cup, count=2]]]",
            "{\"order-id\":\"A1\",\"lines\":[{\"sku\":\"cup\",\"count\":2}]}");
  }

  private String source(String name, String text) throws IOException {
    Path file = folder.resolve("src/main/java/com/example/" + name + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static Path jar(String module) {
    Path jar = Path.of("..", module, "target", "thaw-" + module + "-" + VERSION + ".jar");
    assertThat(jar).exists();
    return jar.toAbsolutePath().normalize();
  }

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
