package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a name that was not found stays so: AWS's runtime says one second, Java ten. */
class NameResolutionIT {
  private static final String NAME = "late.test";

  @TempDir private static Path folder;

  @BeforeAll
  static void build() throws Exception {
    Functions.jar(folder.resolve("lib/probe.jar"), Functions.compile("Probe", "Version"));
  }

  @BeforeEach
  void knowNoName() throws Exception {
    Files.writeString(folder.resolve("hosts"), "");
  }

  @Test
  void isForgottenAfterASecond() throws Exception {
    try (FunctionProcess function = start(null, "")) {
      assertThat(resolveBeforeAndAfter(function)).isEqualTo("unknown");
      Thread.sleep(1100);
      assertThat(function.ask("resolve " + NAME)).isEqualTo("127.0.0.9");
    }
  }

  @Test
  void isForgottenAtOnceIfTheVariableSaysSo() throws Exception {
    try (FunctionProcess function = start("0", "")) {
      assertThat(resolveBeforeAndAfter(function)).isEqualTo("127.0.0.9");
    }
  }

  @Test
  void isKeptAsLongAsTheVariableSays() throws Exception {
    try (FunctionProcess function = start("60", "")) {
      assertThat(resolveBeforeAndAfter(function)).isEqualTo("unknown");
      Thread.sleep(1100);
      assertThat(function.ask("resolve " + NAME)).isEqualTo("unknown");
    }
  }

  @Test
  void followsTheUsersSecurityProperties() throws Exception {
    Path properties = folder.resolve("security.properties");
    Files.writeString(properties, "networkaddress.cache.negative.ttl=0\n");
    try (FunctionProcess function = start("60", "-Djava.security.properties=" + properties)) {
      assertThat(resolveBeforeAndAfter(function)).isEqualTo("127.0.0.9");
    }
  }

  /** What the name is once it is known, right after it was not. */
  private static String resolveBeforeAndAfter(FunctionProcess function) throws Exception {
    assertThat(function.ask("resolve " + NAME)).isEqualTo("unknown");
    Files.writeString(folder.resolve("hosts"), "127.0.0.9 " + NAME + "\n");
    return function.ask("resolve " + NAME);
  }

  private static FunctionProcess start(@Nullable String seconds, String options) throws Exception {
    return Launch.of(folder, "shop.Probe")
        .with("AWS_LAMBDA_JAVA_NETWORKADDRESS_CACHE_NEGATIVE_TTL", seconds)
        .with(
            "JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + folder.resolve("hosts") + " " + options)
        .start();
  }
}
