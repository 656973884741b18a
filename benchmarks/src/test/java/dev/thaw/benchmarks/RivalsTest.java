package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rivals from jars that are empty: how they would be started, and what is said of the others. */
class RivalsTest {
  @TempDir Path directory;
  private Layout layout;

  @BeforeEach
  void makeLayout() throws Exception {
    Path jre = directory.resolve("jre");
    Path work = Files.createDirectories(directory.resolve("work"));
    Files.createDirectories(directory.resolve("target/lib"));
    layout = new Layout(directory.resolve("target"), jre, jre, jre, work);
  }

  @Test
  void everyRivalIsASubjectWithAndWithoutACache() {
    assertThat(Options.parse(new String[] {"--subjects", "floor,rivals"}).subjects())
        .startsWith("floor", "formkiq", "formkiq-aot")
        .contains("quarkus-aot", "micronaut-aot", "spring-aot", "http4k-aot")
        .doesNotHaveDuplicates();
    for (String name : Rivals.NAMES) {
      Rival rival = Rivals.rival(name);
      for (BenchEvent event : BenchEvent.values()) {
        boolean accounted =
            rival.programs().containsKey(event) != rival.missing().containsKey(event);
        assertThat(accounted).as(name + " " + event).isEqualTo(Rivals.takes(event));
      }
    }
  }

  @Test
  void aRivalStartsFromItsOwnJarAndThenTheOthers() throws Exception {
    Path target = directory.resolve("rivals/micronaut/http/target");
    Path lib = Files.createDirectories(target.resolve("lib"));
    for (String file : List.of("app.jar", "lib/b.jar", "lib/a.jar", "lib/notes.txt")) {
      Files.createFile(target.resolve(file));
    }

    Subject subject = new Rivals(layout).subject("micronaut", BenchEvent.HTTP);

    List<String> command = subject.command();
    assertThat(command).startsWith(layout.jre().resolve("bin/java").toString());
    assertThat(command).containsAll(FloorProgram.FLAGS);
    assertThat(command)
        .endsWith(
            "-cp",
            target.resolve("app.jar") + ":" + lib.resolve("a.jar") + ":" + lib.resolve("b.jar"),
            "io.micronaut.function.aws.runtime.ApplicationLoadBalancerMicronautLambdaRuntime");
  }

  @Test
  void aRivalThatIsNotBuiltIsNamedWithWhatBuildsIt() {
    assertThatThrownBy(() -> new Rivals(layout).subject("spring-aot", BenchEvent.SQS))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("spring is not built")
        .hasMessageContaining("mvnw -f benchmarks/rivals/pom.xml package");
  }

  @Test
  void whatCannotBeHadIsReportedWithItsReason() throws Exception {
    Subjects subjects = new Subjects(layout);
    String[] arguments = {"--subjects", "formkiq,formkiq-aot,http4k", "--events", "http,alb"};
    Options options = Options.parse(arguments);

    Map<BenchEvent, List<Subject>> prepared = subjects.prepare(options, Options.Part.COLD);
    Report report = new Report(Machine.describe(layout), new Origin("", "", ""), directory);
    report.cold(Options.Part.COLD, List.of(), 0, subjects.unavailable());

    assertThat(prepared).containsOnlyKeys(BenchEvent.HTTP, BenchEvent.ALB);
    assertThat(prepared.values()).allSatisfy(each -> assertThat(each).isEmpty());
    JsonNode json = new JsonMapper().readTree(Files.readAllBytes(report.file("cold")));
    assertThat(json.path("unavailable").size()).isEqualTo(2);
    assertThat(json.at("/unavailable/0/subject").asString()).isEqualTo("formkiq http");
    assertThat(json.at("/unavailable/1/subject").asString()).isEqualTo("http4k");
    assertThat(json.at("/unavailable/0/reason").asString()).isEqualTo("it has no HTTP layer");
  }
}
