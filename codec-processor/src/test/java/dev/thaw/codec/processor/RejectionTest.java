package dev.thaw.codec.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What a table gets wrong is a compile error at the line where it says so. */
class RejectionTest {
  private static final JavaFileObject EVENT =
      Sources.event(
          "Event",
          """
          public class Event {
            public String getName() { return null; }
            public void setName(String name) {}
          }
          """);

  @Test
  void aNameThatMatchesNoProperty() {
    rejects(
        5,
        "aws.Event has no property nane; it has [name]",
        """
        @ImportCodec(
            value = Event.class,
            rename = @Rename(property = "nane", json = "Name"))
        """,
        EVENT);
    rejects(
        4,
        "aws.Event has no property x",
        "@ImportCodec(value = Event.class,\nignore = \"x\")",
        EVENT);
  }

  @Test
  void aTypeWithoutACodec() {
    rejects(
        3,
        "aws.Odd.path: no codec for a property of type java.nio.file.Path",
        "@ImportCodec(Odd.class)",
        Sources.event(
            "Odd",
            """
            public class Odd {
              public java.nio.file.Path getPath() { return null; }
              public void setPath(java.nio.file.Path path) {}
            }
            """));
  }

  @Test
  void aTypeWithoutACodecInANestedClass() {
    rejects(
        4,
        "aws.Part.values: no codec for a property of type java.util.Map<java.lang.Integer,",
        "@ImportCodec(Whole.class)\n@ImportType(Part.class)",
        Sources.event("Whole", "public class Whole { public Part getPart() { return null; } }"),
        Sources.event(
            "Part",
            """
            public class Part {
              public java.util.Map<Integer, String> getValues() { return null; }
            }
            """));
  }

  @Test
  void aClassThatNoCodecContains() {
    rejects(
        4,
        "No codec of this table contains aws.Other",
        "@ImportCodec(Event.class)\n@ImportType(Other.class)",
        EVENT,
        Sources.event("Other", "public class Other {}"));
  }

  @Test
  void aClassThatIsListedTwice() {
    rejects(
        4,
        "aws.Event is listed twice",
        "@ImportCodec(Event.class)\n@ImportType(Event.class)",
        EVENT);
  }

  @Test
  void aClassThatCannotBeMade() {
    rejects(
        3,
        "aws.Built has no public constructor with 0 parameters",
        "@ImportCodec(Built.class)",
        Sources.event(
            "Built",
            "public class Built { public Built(String x) {} public String getX() { return null; } }"));
  }

  @Test
  void aConstructorOfOtherTypes() {
    rejects(
        3,
        "The constructor takes int where the getter of x gives another type",
        "@ImportCodec(value = Built.class, constructor = \"x\")",
        Sources.event(
            "Built",
            "public class Built { public Built(int x) {} public String getX() { return null; } }"));
  }

  @Test
  void twoPropertiesOfOneName() {
    rejects(
        3,
        "aws.Twins: both a and b are called b",
        "@ImportCodec(value = Twins.class, rename = @Rename(property = \"a\", json = \"b\"))",
        Sources.event(
            "Twins",
            """
            public class Twins {
              public String getA() { return null; }
              public String getB() { return null; }
            }
            """));
  }

  private static void rejects(
      long line, String message, String annotations, JavaFileObject... events) {
    JavaFileObject table = Sources.table(annotations);
    JavaFileObject[] sources = new JavaFileObject[events.length + 1];
    sources[0] = table;
    System.arraycopy(events, 0, sources, 1, events.length);
    Compilation compilation =
        javac().withProcessors(new CodecProcessor()).compile(Sources.with(sources));
    assertThat(compilation).failed();
    assertThat(compilation).hadErrorContaining(message).inFile(table).onLine(line);
  }
}
