package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Serializers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The serializer that a function brings; AwsClientTest compares what it is asked for. */
@JvmOnly("an executable's serializer is found when it is built")
class CustomSerializersTest {
  private static final String TAGGING = Serializers.Tagging.class.getName();

  @TempDir Path folder;

  @Test
  void severalSerializersAreNamed() throws Exception {
    String message = failure("# two\n" + TAGGING + "\n" + Serializers.Other.class.getName());
    assertThat(message).contains("several").contains(TAGGING + ", com.example.Serializers$Other");
  }

  @Test
  void oneThatIsNotThere() throws Exception {
    assertThat(failure("com.example.Missing # gone"))
        .contains("no class com.example.Missing,", "to the function's lib/");
  }

  @Test
  void oneThatIsNone() throws Exception {
    assertThat(failure("com.example.Shapes$Text")).contains("implement CustomPojoSerializer");
  }

  @Test
  void anEmptyFileNamesNone() throws Exception {
    try (RuntimeProcess function = start(" # nothing\n\n")) {
      assertThat(function.respond("\"a\"")).isEqualTo("\"1:a\"");
    }
  }

  private String failure(String names) throws Exception {
    try (RuntimeProcess function = start(names)) {
      var outcome = function.initError();
      assertThat(outcome.errorType()).isEqualTo("Runtime.BadFunctionCode");
      return RuntimeProcess.json(outcome).get("errorMessage").asString();
    }
  }

  private RuntimeProcess start(String names) throws IOException {
    return RuntimeProcess.of(Serializers.Text.class).classPath(services(folder, names)).start();
  }

  /** Makes of a folder a part of a class path that names these serializers. */
  static Path services(Path folder, String names) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("com.amazonaws.services.lambda.runtime.CustomPojoSerializer"), names);
    return folder;
  }
}
