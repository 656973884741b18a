package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The base image and users' images {@code FROM} it, built without Docker on a small Debian, and run
 * as Lambda runs them. What only Amazon Linux could tell is not tested.
 */
class ImageIT {
  private static final String IMAGE = "localhost/thaw/java:25";
  private static final Path EXAMPLES = Layer.PROJECT.resolve("examples");
  private static final Path TWO_POSTS = EXAMPLES.resolve("events/sqs.json");
  private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";

  /** The layer's budget: whatever is added to the base stands in the layer as well. */
  private static final long MAX_BYTES = 108_000_000;

  private static Buildah buildah;
  private static Container base;
  private static Container moderation;

  @BeforeAll
  static void build() throws Exception {
    Programs.require("buildah", "debootstrap", "bwrap");
    if (!Programs.isRoot()) {
      Programs.missing("images are built by root only");
    }
    if (!Files.exists(Layer.TARGET.resolve("layer/bootstrap"))) {
      Programs.missing("the build has made no layer");
    }
    buildah = new Buildah(Layer.TARGET.resolve("images"));
    try {
      DebianBase.build(buildah);
      buildah.build(
          IMAGE,
          Layer.MODULE,
          "--build-arg=BASE=localhost/debian",
          "--build-arg=VERSION=1.2.3",
          "--build-arg=REVISION=c0ffee",
          "--build-arg=SOURCE=https://git.example.com/thaw");
      buildah.build("localhost/moderation", EXAMPLES);
      base = buildah.container(IMAGE);
      moderation = buildah.container("localhost/moderation");
    } catch (Throwable e) {
      buildah.delete();
      throw e;
    }
  }

  @AfterAll
  static void delete() throws Exception {
    if (buildah != null) {
      buildah.delete();
    }
  }

  @Test
  void fourLinesMakeAFunctionWithACacheOfItsOwn() throws Exception {
    ContainerRun run =
        moderation
            .withVariable("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=/tmp/classes:none")
            .invoke(TWO_POSTS)
            .assertAnswered(NO_FAILURES);
    assertThat(run.written()).containsOnlyKeys("classes");
    new LoadedClasses(run.written().getOrDefault("classes", "").lines().toList())
        .assertFromCache("com.example.Moderation")
        .assertFromCache("dev.thaw.runtime.Bootstrap");
  }

  @Test
  void functionWritesNothing() throws Exception {
    ContainerRun run = moderation.invoke(TWO_POSTS).assertAnswered(NO_FAILURES);
    assertThat(run.written()).isEmpty();
    assertThat(run.log()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345:54321", "65534:65534", "0:0"})
  void functionRunsAsAnyUser(String user) throws Exception {
    moderation.invoke(user, TWO_POSTS).assertAnswered(NO_FAILURES);
  }

  @Test
  void runtimeStandsWhereAwsImagesHaveIt() throws Exception {
    moderation
        .withEntrypoint("/var/runtime/bootstrap")
        .withVariable("_HANDLER", "com.example.Moderation")
        .invoke(TWO_POSTS)
        .assertAnswered(NO_FAILURES);
  }

  @Test
  void jarOfALaterImageLayerWinsOverTheCache() throws Exception {
    Path context = Files.createTempDirectory(Layer.TARGET, "stale");
    try {
      String source =
          Files.readString(EXAMPLES.resolve("src/main/java/com/example/Moderation.java"));
      String changed = source.replace("\"casino\"", "\"test message\"");
      Path jar = jar();
      Functions.jar(
          context.resolve(jar.getFileName().toString()),
          Functions.compileText(Map.of("Moderation", changed)));
      Files.writeString(
          context.resolve("Dockerfile"),
          "FROM localhost/moderation\nCOPY *.jar ${LAMBDA_TASK_ROOT}/lib/\n");
      buildah.build("localhost/stale", context);
      ContainerRun run = buildah.container("localhost/stale").invoke(TWO_POSTS);
      assertThat(run.outcome())
          .contains("059f36b4-87a3-44ab-83d2-661975830a7d", "2e1424d4-f796-459a-8184-9c92662be6da");
      assertThat(run.warnings())
          .singleElement()
          .asString()
          .contains("/var/task/lib/" + jar.getFileName() + " has changed", "thaw-train");
    } finally {
      Programs.delete(context);
    }
  }

  @Test
  void baseNeedsNothingButAShellAndTheCLibrary() throws Exception {
    DebianBase.buildShell(buildah);
    buildah.build("localhost/thaw-on-shell", Layer.MODULE, "--build-arg=BASE=localhost/shell");
    Path context = Files.createTempDirectory(Layer.TARGET, "small");
    try {
      Files.copy(jar(), context.resolve("moderation.jar"));
      Files.writeString(
          context.resolve("Dockerfile"),
          """
          FROM localhost/thaw-on-shell
          COPY moderation.jar ${LAMBDA_TASK_ROOT}/lib/
          RUN thaw-train com.example.Moderation
          CMD ["com.example.Moderation"]
          """);
      buildah.build("localhost/small", context);
      ContainerRun run = buildah.container("localhost/small").invoke(TWO_POSTS);
      assertThat(run.assertAnswered(NO_FAILURES).log()).isEmpty();
    } finally {
      Programs.delete(context);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com.example.Moderation com.example.Catalogue"})
  void handlerIsTheOneArgument(String arguments) throws Exception {
    ContainerRun run =
        moderation.with(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)).run();
    assertThat(run.status()).isEqualTo(142);
    assertThat(run.log())
        .containsExactly("entrypoint requires the handler name to be the first argument");
  }

  @Test
  void saysThatTheBaseHasNoEmulator() throws Exception {
    ContainerRun run = moderation.run();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.log())
        .singleElement()
        .asString()
        .startsWith("thaw: AWS_LAMBDA_RUNTIME_API is not set")
        .contains("/usr/local/bin/aws-lambda-rie");
  }

  @Test
  void startsTheEmulatorWithoutARuntimeApi() throws Exception {
    Container container = buildah.container("localhost/moderation");
    Path emulator = container.root().resolve("usr/local/bin/aws-lambda-rie");
    Files.writeString(emulator, "#!/bin/sh\necho \"$$ $# $1 $_HANDLER\"\n");
    Files.setPosixFilePermissions(emulator, Set.of(PosixFilePermission.values()));
    assertThat(container.run().log())
        .singleElement()
        .asString()
        .endsWith(" 1 /opt/bootstrap com.example.Moderation");
  }

  @Test
  void configurationIsThatOfAwsImages() throws Exception {
    assertThat(base.entrypoint()).containsExactly("/lambda-entrypoint.sh");
    assertThat(base.command()).isEmpty();
    assertThat(base.folder()).isEqualTo("/var/task");
    assertThat(base.environment())
        .containsEntry("LANG", "en_US.UTF-8")
        .containsEntry("TZ", ":/etc/localtime")
        .containsEntry("LAMBDA_TASK_ROOT", "/var/task")
        .containsEntry("LAMBDA_RUNTIME_DIR", "/var/runtime")
        .containsEntry("JAVA_HOME", "/opt/thaw/jre")
        .doesNotContainKeys("JAVA_TOOL_OPTIONS", "HOME", "_HANDLER");
    assertThat(base.environment())
        .containsEntry(
            "PATH", "/opt/thaw/bin:/opt/thaw/jre/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin")
        .containsEntry(
            "LD_LIBRARY_PATH",
            "/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib");
    assertThat(moderation.command()).containsExactly("com.example.Moderation");
    assertThat(buildah.user("localhost/moderation")).isEmpty();
  }

  @Test
  void labelsTellWhatItIs() throws Exception {
    assertThat(buildah.labels(IMAGE))
        .containsEntry("org.opencontainers.image.title", "Thaw")
        .containsEntry("org.opencontainers.image.version", "1.2.3")
        .containsEntry("org.opencontainers.image.revision", "c0ffee")
        .containsEntry("org.opencontainers.image.source", "https://git.example.com/thaw")
        .containsEntry("org.opencontainers.image.base.name", "localhost/debian")
        .containsKeys("org.opencontainers.image.description", "org.opencontainers.image.licenses");
    // without it no version of a function with SnapStart can be published
    assertThat(buildah.labels("localhost/moderation"))
        .containsEntry("com.amazonaws.lambda.feature.snapstart", "Allow");
  }

  @Test
  void everybodyMayReadAndNobodyButRootWrite() throws Exception {
    long bytes = 0;
    for (String path : List.of("opt", "var/task", "var/runtime", "lambda-entrypoint.sh")) {
      try (Stream<Path> files = Files.walk(moderation.root().resolve(path))) {
        for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
          int mode = (int) Files.getAttribute(file, "unix:mode") & 07777;
          boolean program = Files.isDirectory(file) || (mode & 0100) != 0;
          assertThat(mode & 07577).as(file.toString()).isEqualTo(program ? 0555 : 0444);
          assertThat(Files.getAttribute(file, "unix:uid")).as(file.toString()).isEqualTo(0);
          bytes += path.equals("opt") && Files.isRegularFile(file) ? Files.size(file) : 0;
        }
      }
    }
    assertThat(bytes).isBetween(MAX_BYTES / 2, MAX_BYTES);
  }

  @Test
  void toolsAreOnThePath() throws Exception {
    List<String> tools = names(base.root().resolve("opt/thaw/bin"));
    assertThat(tools).contains("thaw-train");
    for (String tool : tools) {
      ContainerRun run = base.withEntrypoint("/bin/sh", "-c", "command -v " + tool).run();
      assertThat(run.log()).containsExactly("/opt/thaw/bin/" + tool);
    }
    ContainerRun run =
        base.withEntrypoint("/bin/sh", "-c", "\"$JAVA_HOME/bin/java\" -version").run();
    assertThat(run.log().getFirst()).contains("25");
  }

  @Test
  void imageOfSeveralStagesKeepsOnlyTheFunction() throws Exception {
    Path context = Files.createTempDirectory(Layer.TARGET, "maven");
    try {
      Path event = context.resolve("event.json");
      Files.writeString(
          event,
          Files.readString(EXAMPLES.resolve("maven-image/events/order.json"))
              .replace("ice pick", "Größe XL"));
      Container orders = MavenImage.build(buildah, context, EXAMPLES.resolve("maven-image"));
      ContainerRun run = orders.invoke(event).assertAnswered(NO_FAILURES);
      // the base has no locale but C and POSIX
      assertThat(run.log()).containsExactly("2 x Größe XL");
      assertThat(names(orders.root().resolve("var/task/lib")))
          .contains("orders.jar")
          .hasSize(4)
          .noneMatch(name -> name.startsWith("aws-lambda-java"));
      assertThat(names(orders.root().resolve("var/task"))).containsOnly("lib", ".thaw");
      assertThat(orders.root().resolve("events")).doesNotExist();
    } finally {
      Programs.delete(context);
    }
  }

  /** The function's own, as it stands in its image. */
  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(moderation.root().resolve("var/task/lib"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
