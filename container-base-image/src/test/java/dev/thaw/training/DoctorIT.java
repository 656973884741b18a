package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code thaw-doctor} says of functions well and ill, and that it leaves them alone. */
class DoctorIT {
  private static final String HANDLER = "shop.Orders";

  @TempDir private static Path folder;
  private static Path taskRoot;
  private static Path cache;

  @BeforeAll
  static void train() throws Exception {
    taskRoot = folder.resolve("my task");
    cache = taskRoot.resolve(".thaw/shop.Orders.aot");
    Functions.jar(taskRoot.resolve("lib/shop.jar"), Functions.compile("Orders"));
    ThawTrain.succeeding(taskRoot, HANDLER);
  }

  @Test
  void cacheThatFits() throws Exception {
    ThawDoctor doctor = examine(Map.of(), HANDLER);
    assertThat(doctor.status()).as(doctor.output()).isZero();
    assertThat(doctor.group("Cache")).singleElement().asString().contains(cache + ", ", "is used");
    assertThat(doctor.group("Function"))
        .singleElement()
        .asString()
        .contains("shop.Orders in " + taskRoot + ", event SQSEvent, read by its codec");
    int certificates =
        KeyStore.getInstance(
                Layer.ROOT.resolve("thaw/jre/lib/security/cacerts").toFile(), (char[]) null)
            .size();
    assertThat(doctor.group("JRE"))
        .singleElement()
        .asString()
        .contains(
            System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
            certificates + " trusted certificates");
    assertThat(doctor.group("Class path"))
        .anyMatch(line -> line.contains("ours") && line.contains("aws-lambda-java-core.jar"))
        .anyMatch(line -> line.contains("function  lib/shop.jar"))
        .noneMatch(line -> line.contains("training"));
    assertThat(doctor.group("Flags"))
        .singleElement()
        .asString()
        .contains("352 MB of 512 MB", "Serial", "first compiler only: on-demand");
    assertThat(doctor.group("Shadowed")).isEmpty();
  }

  @Test
  void handlerOfTheEnvironment() throws Exception {
    assertThat(examine(Map.of("_HANDLER", HANDLER)).status()).isZero();
  }

  @Test
  void handlerThatIsMissing() throws Exception {
    ThawDoctor doctor = examine(Map.of(), "shop.Missing");
    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.group("Function"))
        .singleElement()
        .asString()
        .startsWith("! shop.Missing in ")
        .contains("There is no class shop.Missing in the function");
    assertThat(doctor.output()).doesNotContain("\tat ");
  }

  @Test
  void handlerWhoseLibraryIsMissing() throws Exception {
    Path other = folder.resolve("incomplete");
    Map<String, byte[]> classes =
        Functions.compileText(
            Map.of(
                "Base",
                    "package shop; public abstract class Base implements"
                        + " com.amazonaws.services.lambda.runtime.RequestHandler<String, String> {}",
                "Half",
                    "package shop; public class Half extends Base { public String"
                        + " handleRequest(String s, com.amazonaws.services.lambda.runtime.Context c)"
                        + " { return s; } }"));
    classes.remove("shop/Base.class");
    Functions.jar(other.resolve("lib/half.jar"), classes);
    ThawDoctor doctor = ThawDoctor.run(other, Map.of(), "shop.Half");
    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.group("Function").getFirst())
        .contains("NoClassDefFoundError", "shop/Base", "add the jar that holds it");
  }

  @Test
  void librariesThatOursHide() throws Exception {
    Path other = folder.resolve("older");
    Functions.jar(other.resolve("lib/shop.jar"), Functions.compile("Orders"));
    for (String name : new String[] {"aws-lambda-java-core-1.2.1.jar", "joda-time-2.6.jar"}) {
      Files.copy(
          Layer.TARGET.resolve("versions/older").resolve(name), other.resolve("lib/" + name));
    }
    ThawDoctor doctor = ThawDoctor.run(other, Map.of(), HANDLER);
    assertThat(doctor.group("Shadowed"))
        .hasSize(2)
        .anyMatch(
            line ->
                line.contains("aws-lambda-java-core-1.2.1.jar is hidden by aws-lambda-java-core-1.")
                    && line.endsWith(" of the runtime"))
        .anyMatch(line -> line.contains("joda-time-2.6.jar is hidden by joda-time-2."));
    assertThat(doctor.group("Class path"))
        .anyMatch(line -> line.contains("joda-time-2.6.jar") && line.endsWith("  2.6"));
    assertThat(doctor.output()).endsWith("1 problem, marked with !\n");
  }

  /** What is passed to an agent, as to the function, may be a password. */
  @Test
  void agentGoesWithTheCacheAndNoSecretIsPrinted() throws Exception {
    Path agent = folder.resolve("agent.jar");
    Map<String, byte[]> content =
        new HashMap<>(
            Functions.compileText(
                Map.of("Agent", "public class Agent { public static void premain(String a) {} }")));
    content.putAll(Functions.text("META-INF/MANIFEST.MF", "Premain-Class: Agent\n"));
    Functions.jar(agent, content);
    ThawDoctor doctor =
        examine(
            Map.of(
                "JAVA_TOOL_OPTIONS",
                "-javaagent:" + agent + "=key=hush -Dpassword=hush",
                "AWS_SECRET_ACCESS_KEY",
                "hush",
                "TABLE",
                "hush"),
            HANDLER);
    assertThat(doctor.status()).as(doctor.output()).isZero();
    assertThat(doctor.group("Agents"))
        .containsExactly("  -javaagent:" + agent + "=..., which the cache goes with");
    assertThat(doctor.group("Flags"))
        .contains("  JAVA_TOOL_OPTIONS: -javaagent:" + agent + "=... -Dpassword=...");
    assertThat(doctor.output().replaceFirst("Picked up .*\n", "")).doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioned-concurrency", "snap-start"})
  void environmentThatLives(String type) throws Exception {
    ThawDoctor doctor = examine(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", type), HANDLER);
    assertThat(doctor.status()).as(doctor.output()).isZero();
    assertThat(doctor.group("Flags").getFirst()).contains("both compilers: " + type);
    assertThat(doctor.group("Agents")).isEmpty();
  }

  @Test
  void worksThroughPathAndLinks() throws Exception {
    Path links = Files.createDirectories(folder.resolve("some bin"));
    Path link = Files.createSymbolicLink(links.resolve("thaw-doctor"), Layer.THAW_DOCTOR);
    try {
      Map<String, String> path = Map.of("PATH", links + ":" + System.getenv("PATH"));
      ThawDoctor doctor = ThawDoctor.run("/usr/bin/env", taskRoot, path, "thaw-doctor", HANDLER);
      assertThat(doctor.status()).as(doctor.output()).isZero();
    } finally {
      Files.delete(link); // JUnit would warn of a link that leads out of its folder
    }
  }

  @Test
  void taskRootThatIsMissing() throws Exception {
    Path missing = folder.resolve("missing");
    ThawDoctor doctor = ThawDoctor.run(missing, Map.of(), HANDLER);
    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.output()).contains("the task root " + missing + " is not there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--nonsense", "shop.Orders shop.Orders"})
  void commandLineThatIsWrong(String arguments) throws Exception {
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
    ThawDoctor doctor = ThawDoctor.run(taskRoot, Map.of(), words);
    assertThat(doctor.status()).isEqualTo(2);
    assertThat(doctor.output()).contains("usage: thaw-doctor [HANDLER]");
  }

  private static ThawDoctor examine(Map<String, String> variables, String... arguments)
      throws Exception {
    return ThawDoctor.harmless(taskRoot, variables, arguments);
  }
}
