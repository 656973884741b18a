package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The image that native functions are built in, and one that is built in it: on Debian in place of
 * GraalVM's image and of Amazon Linux, with the registry's builder. It takes minutes.
 */
@EnabledIfSystemProperty(named = "native", matches = ".*", disabledReason = "is run by -Dnative")
class NativeImageIT {
  private static final Path EXAMPLES = Layer.PROJECT.resolve("examples");
  private static final Path BUILDER = Layer.TARGET.resolve("native");

  private static Buildah buildah;
  private static Container function;

  @BeforeAll
  static void build() throws Exception {
    Programs.require("buildah", "debootstrap", "bwrap");
    if (!Programs.isRoot()) {
      Programs.missing("images are built by root only");
    }
    buildah = new Buildah(Layer.TARGET.resolve("native-images"));
    try {
      DebianBase.build(buildah);
      Path jdk = Path.of(System.getProperty("java.home"));
      image(
          "localhost/graalvm",
          "FROM localhost/debian",
          "RUN apt-get -qq update && apt-get -qq install --yes --no-install-recommends gcc libc6-dev",
          // As GraalVM's own image has it.
          "ENTRYPOINT [\"native-image\"]",
          "ENV GRAALVM_HOME=" + BUILDER);
      image(
          "localhost/provided",
          "FROM localhost/debian",
          "WORKDIR /var/task",
          "ENTRYPOINT [\"/var/runtime/bootstrap\"]");
      buildah.build(
          "localhost/thaw/native:25",
          Layer.MODULE,
          "--file=" + Layer.MODULE.resolve("Dockerfile.native"),
          "--build-arg=GRAALVM=localhost/graalvm");
      buildah.build(
          "localhost/native-moderation",
          EXAMPLES,
          "--file=" + EXAMPLES.resolve("Dockerfile.native"),
          "--build-arg=BASE=localhost/provided",
          "--volume=" + jdk + ":" + jdk + ":ro",
          "--volume=" + BUILDER + ":" + BUILDER);
      function = buildah.container("localhost/native-moderation");
    } catch (Throwable e) {
      buildah.delete();
      throw e;
    }
  }

  private static void image(String name, String... lines) throws Exception {
    Path context = Files.createTempDirectory(Layer.TARGET, "context");
    try {
      Files.write(context.resolve("Dockerfile"), List.of(lines));
      buildah.build(name, context);
    } finally {
      Programs.delete(context);
    }
  }

  @AfterAll
  static void delete() throws Exception {
    if (buildah != null) {
      buildah.delete();
    }
  }

  @Test
  void answersAsLambdasUserFromFilesThatCannotBeChanged() throws Exception {
    ContainerRun run =
        function
            .invoke(EXAMPLES.resolve("events/sqs.json"))
            .assertAnswered("{\"batchItemFailures\":[]}");
    assertThat(run.written()).isEmpty();
    assertThat(run.log()).isEmpty();
  }

  @Test
  void holdsNothingOfTheBuild() throws Exception {
    try (Stream<Path> files = Files.walk(function.root().resolve("var/runtime"))) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> function.root().resolve("var/runtime").relativize(file).toString()))
          .contains("bootstrap")
          .allMatch(name -> name.equals("bootstrap") || name.matches("lib/lib[a-z_]+\\.so"));
    }
    assertThat(function.root().resolve("opt/thaw")).doesNotExist();
    assertThat(function.root().resolve("var/task/lib")).doesNotExist();
  }
}
