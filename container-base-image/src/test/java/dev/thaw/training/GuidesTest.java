package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and the guides show compiles; {@link Snippet} says how they are written. */
final class GuidesTest {
  private static final Path ROOT = Path.of("..");

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs.sorted())
          .filter(page -> page.toString().endsWith(".md"))
          .filter(GuidesTest::hasJava)
          .toList();
    }
  }

  private static boolean hasJava(Path page) {
    try {
      return Files.readString(page).contains("```java");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void compiles(Path page, @TempDir Path folder) throws IOException {
    check(Snippet.of(page, Files.readAllLines(page)), folder);
  }

  @Test
  void seesWhatEarlierSnippetsDeclareAndWhatIsNotShown(@TempDir Path folder) throws IOException {
    check(
        page(
            """
            <!-- java
            final class Given { static final List<Order> orders = new ArrayList<>(); }
            record Order(int id) {}
            -->
            ```java
            record Line(Order order) {}
            ```
            ```java
            int size() {
              return orders.size();
            }
            ```
            ```java
            Order order = orders.getFirst();
            IO.println(new Line(order));
            ```
            ```java
            record Order(String id) {}
            ```
            ```java rejected
            Order order = new Order(1);
            ```

            ```text
            int cannot be converted to java.lang.String
            ```
            """),
        folder);
  }

  @Test
  void failsWhereASnippetIsWrong(@TempDir Path folder) throws IOException {
    assertThat(complaints(page("text\n\n```java\nint x = 1;\nint y = z;\n```\n"), folder))
        .singleElement()
        .asString()
        .startsWith("page.md:5: cannot find symbol");
    assertThat(complaints(page("```java\nrecord A() { B b }\n```\n"), folder)).isNotEmpty();
  }

  private static List<String> complaints(List<Snippet> snippets, Path folder) throws IOException {
    try (SnippetCompiler compiler =
        new SnippetCompiler(Files.createTempDirectory(folder, "page"))) {
      return compiler.compile(snippets.getFirst());
    }
  }

  private static List<Snippet> page(String text) {
    return Snippet.of(Path.of("page.md"), text.lines().toList());
  }

  private static void check(List<Snippet> snippets, Path folder) throws IOException {
    assertThat(snippets).isNotEmpty();
    try (SnippetCompiler compiler = new SnippetCompiler(folder)) {
      for (Snippet snippet : snippets) {
        List<String> complaints = compiler.compile(snippet);
        if (snippet.rejected().isEmpty()) {
          assertThat(complaints).as(snippet.text()).isEmpty();
        } else {
          assertThat(String.join("\n", complaints)).contains(snippet.rejected());
        }
      }
    }
  }
}
