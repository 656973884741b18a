package dev.thaw.codec.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What is written for which class, and that it compiles without a warning. */
class CodecProcessorTest {

  @Test
  void writesEveryTypeOfProperty() throws IOException {
    Compilation compilation =
        compile(
            Sources.table("@ImportCodec(Event.class)"),
            Sources.event(
                "Event",
                """
                import java.util.*;
                public class Event {
                  public String getText() { return null; }
                  public void setText(String text) {}
                  public int getCount() { return 0; }
                  public void setCount(int count) {}
                  public Long getSize() { return null; }
                  public void setSize(Long size) {}
                  public double getShare() { return 0; }
                  public void setShare(double share) {}
                  public boolean isOpen() { return true; }
                  public void setOpen(boolean open) {}
                  public Date getTime() { return null; }
                  public void setTime(Date time) {}
                  public java.nio.ByteBuffer getData() { return null; }
                  public void setData(java.nio.ByteBuffer data) {}
                  public Color getColor() { return null; }
                  public void setColor(Color color) {}
                  public List<Event> getChildren() { return null; }
                  public void setChildren(Collection<Event> children) {}
                  public Map<String, List<Integer>> getNumbers() { return null; }
                  public void setNumbers(Map<String, List<Integer>> numbers) {}
                  public enum Color { RED, GREEN }
                }
                """));
    String codec = generated(compilation, "EventCodec");
    assertThat(codec)
        .contains("value.setText(JsonValues.text(in))")
        .contains("value.setCount(JsonValues.intValue(in))")
        .contains("value.setSize(JsonValues.boxedLong(in))")
        .contains("value.setShare(JsonValues.doubleValue(in))")
        .contains("out.value(value.isOpen())")
        .contains("value.setTime(JsonValues.epochSeconds(in))")
        .contains("value.setData(JsonValues.base64(in))")
        .contains("case \"RED\" -> Event.Color.RED")
        .contains("out.value(color.name())")
        .contains("value.setChildren(readEventList(in))")
        .contains("value.setNumbers(readIntegerListMap(in))");
  }

  @Test
  void namesPropertiesAsJavaBeansDo() throws IOException {
    Compilation compilation =
        compile(
            Sources.table("@ImportCodec(Event.class)"),
            Sources.event(
                "Event",
                """
                public class Event {
                  public String getS() { return null; }
                  public String getSS() { return null; }
                  public String getxAmzId2() { return null; }
                  public String geteTag() { return null; }
                  public String getEventSourceARN() { return null; }
                  public String getURL() { return null; }
                  public Boolean getNULL() { return null; }
                  public Boolean isNULL() { return null; }
                  public String get() { return null; }
                  public String issue() { return null; }
                  public static String getStatic() { return null; }
                  String getHidden() { return null; }
                  public Event withS(String s) { return this; }
                  public Event addSSEntry(String key, String value) { return this; }
                }
                """));
    assertThat(generated(compilation, "EventCodec").replaceAll("\\s+", " "))
        .contains(
            "JsonNames.of(\"s\", \"SS\", \"xAmzId2\", \"eTag\", \"eventSourceARN\", \"URL\","
                + " \"NULL\")")
        .contains("value.getNULL()");
  }

  @Test
  void takesTheSetterOfTheGettersType() throws IOException {
    Compilation compilation =
        compile(
            Sources.table("@ImportCodec(Event.class)"),
            Sources.event(
                "Event",
                """
                public class Event extends Base {
                  public String getView() { return null; }
                  public void setView(Color view) { view.name(); }
                }
                """),
            Sources.event("Color", "public enum Color { RED }"),
            Sources.event(
                "Base",
                """
                public class Base {
                  public String getName() { return null; }
                  public void setName(Color name) {}
                  public void setName(String name) {}
                }
                """));
    assertThat(generated(compilation, "EventCodec"))
        .contains("value.setName(JsonValues.text(in))")
        .contains("if (converted != null)");
  }

  @Test
  void buildsByConstructorAndMakesJodaTimesWhenTheyAreRead() throws IOException {
    Compilation compilation =
        compile(
            Sources.table(
                """
                @ImportCodec(value = Event.class, constructor = {"name", "time", "part"},
                    rename = @Rename(property = "time", json = "event-time"),
                    emptyWhenAbsent = true)
                @ImportType(value = Part.class, constructor = "in", emptyWhenAbsent = true)
                """),
            Sources.event(
                "Event",
                """
                public class Event {
                  public Event(String name, String time, Part part) {}
                  public String getName() { return null; }
                  public org.joda.time.DateTime getTime() { return null; }
                  public Part getPart() { return null; }
                  public String getDerived() { return null; }
                }
                """),
            Sources.event(
                "Part",
                """
                public class Part {
                  public Part(Long in) {}
                  public Long getIn() { return null; }
                }
                """));
    assertThat(generated(compilation, "EventCodec"))
        .contains("super(name, null, part)")
        .contains("JodaTimes.parse(timeText, \"Event.event-time\")")
        .contains("part == null ? emptyPart() : part")
        .contains("Long in_ = 0L")
        .doesNotContain("case 3 ->");
  }

  @Test
  void writesABeanThatTwoEventsShareOnce() throws IOException {
    Compilation compilation =
        compile(
            Sources.table(
                "@ImportCodec(First.class)\n@ImportCodec(Second.class)\n@CodecLookup(\"Codecs\")"),
            Sources.event("First", bean("First", "Part")),
            Sources.event("Second", bean("Second", "Part")),
            Sources.event("Part", bean("Part", "String")));
    assertThat(generated(compilation, "FirstCodec"))
        .contains("  static @Nullable Part readPart(JsonReader in) {");
    assertThat(generated(compilation, "SecondCodec"))
        .contains("value.setX(FirstCodec.readPart(in))")
        .doesNotContain("Part readPart");
    assertThat(generated(compilation, "Codecs"))
        .contains("case \"aws.First\" -> new FirstCodec();")
        .contains("case \"aws.Second\" -> new SecondCodec();")
        .contains("default -> null;");
  }

  private static String bean(String name, String type) {
    return "public class "
        + name
        + " {\n  public "
        + type
        + " getX() { return null; }\n"
        + "  public void setX("
        + type
        + " x) {}\n}\n";
  }

  private static Compilation compile(JavaFileObject... sources) {
    Compilation compilation =
        javac()
            .withProcessors(new CodecProcessor())
            .withOptions("-Xlint:all,-processing", "-Werror")
            .compile(Sources.with(sources));
    assertThat(compilation).succeededWithoutWarnings();
    return compilation;
  }

  private static String generated(Compilation compilation, String name) throws IOException {
    JavaFileObject file = compilation.generatedSourceFile("events." + name).orElseThrow();
    return file.getCharContent(false).toString();
  }
}
