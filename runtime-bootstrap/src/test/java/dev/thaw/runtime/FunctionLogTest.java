package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.api.client.logging.TextLogFormatter;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.example.Logs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the function writes arrives, as it was written. */
class FunctionLogTest {

  @Test
  void everyWayToWrite() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Logs.class)) {
      function.respond("\"all\"");
      assertThat(function.log())
          .isEqualTo(
              """
              out Grüße 😀
              err Grüße 😀
              logger Grüße 😀
              with line end
              bytes Grüße 😀

              """);
    }
  }

  /** Records longer than a pipe takes at once, too. */
  @ParameterizedTest
  @CsvSource({"threads, 302", "long threads, 90002"})
  void recordsOfSeveralThreadsStayWhole(String event, int length) throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Logs.class)) {
      function.respond('"' + event + '"');
      List<String> lines = function.log().lines().toList();
      assertThat(lines).hasSize(400).allMatch(line -> line.length() == length);
      assertThat(lines)
          .allMatch(line -> line.equals("<" + line.substring(1, 2).repeat(length - 2) + ">"));
    }
  }

  /** The brackets are AWS's; a record without a level is not touched. */
  @Test
  void levelStandsInFront() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Logs.class)) {
      function.respond("\"levels\"");
      StringBuilder expected = new StringBuilder();
      for (LogLevel level : LogLevel.values()) {
        expected.append(new TextLogFormatter().format(level + " of Grüße 😀", level));
        expected.append("\nbytes of ").append(level).append('\n');
      }
      assertThat(function.log()).isEqualTo(expected.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WARN, UNDEFINED WARN ERROR FATAL",
    "warn, UNDEFINED WARN ERROR FATAL",
    "FATAL, UNDEFINED FATAL",
    "DEBUG, UNDEFINED DEBUG INFO WARN ERROR FATAL",
    "UNDEFINED, UNDEFINED TRACE DEBUG INFO WARN ERROR FATAL",
    "'', UNDEFINED TRACE DEBUG INFO WARN ERROR FATAL"
  })
  void whatIsBelowTheLevelIsNotLogged(String minimum, String logged) throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Logs.class).variable("AWS_LAMBDA_LOG_LEVEL", minimum).start()) {
      function.respond("\"levels\"");
      List<String> expected = new ArrayList<>();
      for (String name : logged.split(" ", -1)) {
        expected.add(new TextLogFormatter().format(name + " of Grüße 😀", LogLevel.valueOf(name)));
        expected.add("bytes of " + name);
      }
      assertThat(function.log().lines()).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void nullIsLoggedAsSuch() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Logs.class)) {
      function.respond("\"nulls\"");
      assertThat(function.log()).isEqualTo("null\nnull\n[INFO] null\nno level\n");
    }
  }

  @Test
  void longRecord() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Logs.class)) {
      function.respond("\"long\"");
      assertThat(function.log()).isEqualTo("[INFO] " + "ü".repeat(3 * 1024 * 1024) + "\n");
    }
  }

  @Test
  void settingsThatCannotBeReadAreSaidOnce() throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Logs.class)
            .variable("AWS_LAMBDA_LOG_FORMAT", "yaml")
            .variable("AWS_LAMBDA_LOG_LEVEL", "loud")
            .start()) {
      function.respond("\"nulls\"");
      assertThat(function.logged("WARN thaw: AWS_LAMBDA_LOG_FORMAT is neither")).isEqualTo(1);
      assertThat(function.logged("WARN thaw: AWS_LAMBDA_LOG_LEVEL is none of")).isEqualTo(1);
      assertThat(function.log()).endsWith("[INFO] null\nno level\n");
    }
  }

  /** A function that logs nothing but text loads no class of what it does not use. */
  @Test
  @JvmOnly("an executable loads no classes")
  void startPathStaysFree(@TempDir Path folder) throws Exception {
    Path classes = folder.resolve("classes");
    try (RuntimeProcess function =
        RuntimeProcess.of(Logs.class).option("-Xlog:class+load:file=" + classes).start()) {
      function.respond("\"all\"");
      List<String> loaded = new ArrayList<>();
      for (String line : Files.readAllLines(classes)) {
        for (String name :
            List.of(
                "SystemLogger",
                "LambdaRuntime",
                "SharedLog",
                "Frames",
                "dev.thaw.runtime.Descriptor",
                "JsonRecords",
                "Log4j",
                "LogLevel",
                "LogFormat",
                "java.util.logging")) {
          if (line.contains(name)) {
            loaded.add(line);
          }
        }
      }
      assertThat(loaded).isEmpty();
      assertThat(Files.readString(classes)).contains("dev.thaw.runtime.FunctionLog ");
    }
  }
}
