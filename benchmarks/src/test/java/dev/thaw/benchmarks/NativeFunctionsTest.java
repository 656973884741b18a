package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executables from a builder that notes how it is called and copies a program of the system. */
class NativeFunctionsTest {
  private static final String BUILDER =
      """
      #!/bin/sh
      case $1 in --version) echo 'native-image 25'; echo 'a double'; exit ;; esac
      echo "$@" >>"${0%/*}/calls"
      for last; do :; done
      cp /bin/true "$last"
      mkdir "${last%/*}/lib"
      printf 1234567 >"${last%/*}/lib/libnet.so"
      """;

  @TempDir Path directory;
  private Layout layout;
  private Path bin;

  @BeforeEach
  void makeLayout() throws Exception {
    Path target = directory.resolve("benchmarks/target");
    Path thaw = directory.resolve("thaw");
    for (String jar :
        List.of(
            "lib/aws-lambda-java-core-1.jar",
            "lib/aws-lambda-java-events-1.jar",
            "lib/joda-time-1.jar",
            "thaw-benchmarks-functions.jar")) {
      write(target.resolve(jar), jar);
    }
    for (String jar : List.of("aws-lambda-java-core", "thaw-runtime-bootstrap", "thaw-events")) {
      write(thaw.resolve("thaw/lib").resolve(jar + ".jar"), jar);
    }
    layout = new Layout(target, thaw, thaw, thaw, directory.resolve("work"));
    bin = directory.resolve("bin");
    program("gcc", "#!/bin/sh\n");
  }

  @Test
  void aFunctionIsBuiltFromThawsJarsAndItsOwn() throws Exception {
    program("native-image", BUILDER);

    Subject subject = functions().subject("native", BenchEvent.SQS);

    Path folder = layout.target().resolve("native/sqs");
    assertThat(subject.command()).containsExactly(folder.resolve("bootstrap").toString());
    assertThat(subject.taskRoot()).isEqualTo(folder);
    assertThat(subject.handler()).isEqualTo("dev.thaw.benchmarks.functions.Queue");
    String lib = layout.thaw().resolve("thaw/lib").toString();
    assertThat(calls()).hasSize(1);
    assertThat(calls().getFirst())
        .startsWith(
            "-cp %1$s/thaw-events.jar:%1$s/thaw-runtime-bootstrap.jar:%1$s/aws-lambda-java-core.jar:"
                .formatted(lib))
        .contains("/thaw-benchmarks-functions.jar")
        .endsWith(
            " -Dthaw.handlers=dev.thaw.benchmarks.functions.Queue dev.thaw.runtime.Bootstrap -o "
                + folder.resolve("bootstrap"));
  }

  @Test
  void itsSizeIsThatOfTheExecutableAndOfWhatLiesBesideIt() throws Exception {
    program("native-image", BUILDER);

    Subject subject = functions().subject("native", BenchEvent.SQS);
    NativeExecutable executable = NativeExecutable.of(subject).orElseThrow();

    assertThat(executable.executableBytes()).isEqualTo(Files.size(Path.of("/bin/true")));
    assertThat(executable.libraryBytes()).isEqualTo(7);
  }

  @Test
  void aLauncherIsNoExecutable() throws Exception {
    program("bootstrap", "#!/bin/sh\n");
    String launcher = bin.resolve("bootstrap").toString();

    assertThat(NativeExecutable.of(new Subject("thaw", List.of(launcher), bin, "A"))).isEmpty();
    assertThat(NativeExecutable.of(new Subject("aws", List.of("/bin/true"), bin, "A"))).isEmpty();
  }

  @Test
  void fourEventsShareOne() throws Exception {
    program("native-image", BUILDER);
    NativeFunctions functions = functions();

    Subject s3 = functions.subject("native", BenchEvent.S3);
    Subject kinesis = functions.subject("native", BenchEvent.KINESIS);

    assertThat(kinesis.command()).isEqualTo(s3.command());
    assertThat(kinesis.handler()).endsWith(".Stream");
    assertThat(calls())
        .singleElement()
        .asString()
        .contains("LoadBalancer,", "Bucket,", "Stream,", "Table ")
        .doesNotContain("Queue");
  }

  @Test
  void oneIsBuiltAnewWhenAJarOrAFlagHasChanged() throws Exception {
    program("native-image", BUILDER);

    functions().subject("native", BenchEvent.SQS);
    functions().subject("native", BenchEvent.SQS);
    assertThat(calls()).hasSize(1);

    write(layout.thaw().resolve("thaw/lib/thaw-events.jar"), "another");
    functions().subject("native", BenchEvent.SQS);
    assertThat(calls()).hasSize(2);

    functions().variant("small", List.of("-Os"));
    assertThat(calls()).hasSize(3);
    assertThat(calls().getLast()).contains(" -Os ").endsWith("native/variant-small/bootstrap");
  }

  @Test
  void aBuilderThatFailsIsAnErrorThatNamesItsOutput() throws Exception {
    program("native-image", "#!/bin/sh\nexit 1\n");

    assertThatThrownBy(() -> functions().subject("native", BenchEvent.SQS))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("native/sqs.log");
  }

  @Test
  void withoutABuilderOrALinkerTheReasonIsTold() throws Exception {
    assertThat(functions().missing()).hasValueSatisfying(why -> assertThat(why).contains("PATH"));
    Files.delete(bin.resolve("gcc"));
    program("native-image", BUILDER);
    assertThat(functions().missing()).hasValueSatisfying(why -> assertThat(why).contains("gcc"));
  }

  private NativeFunctions functions() {
    NativeImage image =
        new NativeImage(Map.of("PATH", bin.toString()), directory.resolve("own/native-image"));
    return new NativeFunctions(layout, image);
  }

  private List<String> calls() throws Exception {
    return Files.readAllLines(bin.resolve("calls"));
  }

  private void program(String name, String text) throws Exception {
    Path file = bin.resolve(name);
    write(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String text) throws Exception {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
