package dev.thaw.codec.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Codecs compile in a user's build, also in one that takes all warnings for errors. */
class WarningsTest {

  @Test
  void ourAnnotationsAreClaimed() {
    assertThat(
            compile(
                source(
                    "Order",
                    "@GenerateCodec",
                    "public record Order(@JsonName(\"order-id\") String id,",
                    "    @Iso8601 java.time.Instant placed) {}")))
        .succeededWithoutWarnings();
  }

  @Test
  void othersAnnotationsAreNot() {
    Compilation compilation =
        compile(
            source(
                "Order",
                "@GenerateCodec @com.fasterxml.jackson.annotation.JsonPropertyOrder",
                "public record Order(String id) {}"));

    assertThat(compilation).failed();
    assertThat(compilation.warnings())
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.getMessage(null))
                    .contains("com.fasterxml.jackson.annotation.JsonPropertyOrder")
                    .doesNotContain("GenerateCodec"));
  }

  @Test
  void whatIsDeprecated() {
    assertThat(
            compile(
                source(
                    "Order",
                    "@GenerateCodec",
                    "public record Order(State state, @SuppressWarnings(\"deprecation\") Old old)",
                    "{}"),
                source("State", "public enum State { @Deprecated OLD, NEW }"),
                source("Old", "@Deprecated @GenerateCodec public record Old(String id) {}")))
        .succeededWithoutWarnings();
  }

  @Test
  void anEnumOfMoreConstantsThanOneMethodHolds() {
    String constants =
        IntStream.range(0, 2000)
            .mapToObj(i -> "@JsonProperty(\"c-" + i + "\") C" + i)
            .collect(Collectors.joining(", "));
    Compilation compilation =
        javac()
            .withProcessors(new CodecProcessor())
            .withOptions(ApiClasses.options())
            .compile(
                source("Order", "@GenerateCodec public record Order(Large large) {}"),
                source(
                    "Large",
                    "import com.fasterxml.jackson.annotation.JsonProperty;",
                    "public enum Large { " + constants + " }"));

    assertThat(compilation).succeeded();
  }

  @Test
  void aCodecThatIsWrittenByHand() {
    assertThat(
            compile(
                source(
                    "Order",
                    "@GenerateCodec",
                    "public record Order(Money price, java.util.List<Unit> units) {}"),
                source("Money", "public interface Money {}"),
                source("Unit", "public enum Unit { PIECE }"),
                byHand("Money"),
                byHand("Unit")))
        .succeededWithoutWarnings();
  }

  private static JavaFileObject byHand(String type) {
    return source(
        type + "Codec",
        "public final class " + type + "Codec implements Codec<" + type + "> {",
        "  @Override public " + type + " read(JsonReader in) { return null; }",
        "  @Override public void write(JsonWriter out, " + type + " value) {} }");
  }

  @Test
  void wildcardsAndArrays() {
    assertThat(
            compile(
                source(
                    "Order",
                    "@GenerateCodec",
                    "@SuppressWarnings(\"javadoc\")",
                    "public record Order(",
                    "    Optional<?> any, Optional<? extends Line> bound, List<? extends Line> list,",
                    "    Map<?, ? extends List<?>> map, Iterable<? extends Line> lines,",
                    "    EnumSet<? extends State> states, int[][] ints, Line[][][] deep) {}"),
                source("Line", "public record Line(int count) {}"),
                source("State", "public enum State { OPEN }")))
        .succeededWithoutWarnings();
  }

  private static Compilation compile(JavaFileObject... sources) {
    List<Object> options = new ArrayList<>(ApiClasses.options());
    // of classes on the class path of this test
    options.addAll(List.of("-Xlint:all,-classfile,-path", "-Werror"));
    return javac().withProcessors(new CodecProcessor()).withOptions(options).compile(sources);
  }

  private static JavaFileObject source(String name, String... lines) {
    String imports = "package shop; import dev.thaw.codec.*; import java.util.*;\n";
    return JavaFileObjects.forSourceString("shop." + name, imports + String.join("\n", lines));
  }
}
