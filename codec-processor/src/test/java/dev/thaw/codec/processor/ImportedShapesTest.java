package dev.thaw.codec.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Classes as only some of AWS's are. */
class ImportedShapesTest {

  @Test
  void makesJodaTimesWithASetterWhenTheyAreRead() throws IOException {
    assertThat(
            codec(
                "@ImportCodec(Event.class)",
                """
                public class Event implements java.io.Serializable {
                  public org.joda.time.DateTime getTime() { return null; }
                  public void setTime(org.joda.time.DateTime time) {}
                }
                """))
        .contains("LazyEvent value = new LazyEvent();")
        .contains("case 0 -> value.timeText = JsonValues.text(in);")
        .contains("setTime(JodaTimes.parse(timeText, \"Event.time\"));");
  }

  @Test
  void readsOtherNamesToo() throws IOException {
    assertThat(
            codec(
                """
                @ImportCodec(value = Event.class, capitalized = true,
                    rename = @Rename(property = "url", json = "Url", alias = {"URL", "uri"}))
                """,
                """
                public class Event {
                  public String getUrl() { return null; }
                  public void setUrl(String url) {}
                  public String getId() { return null; }
                  public void setId(String id) {}
                }
                """))
        .contains("JsonNames.of(\"Url\", \"Id\", \"URL\", \"uri\")")
        .contains("case 0, 2, 3 -> value.setUrl(");
  }

  @Test
  void joinsAGetterAndASetterOfOneName() throws IOException {
    assertThat(
            codec(
                """
                @ImportCodec(value = Event.class, rename = @Rename(property = "SNS", json = "sns"))
                """,
                """
                public class Event {
                  public String getSNS() { return null; }
                  public void setSns(String sns) {}
                }
                """))
        .contains("JsonNames.of(\"sns\")")
        .contains("value.setSns(")
        .contains("value.getSNS()");
  }

  @Test
  void makesInnerClassesArraysAndValuesOfAnyType() throws IOException {
    assertThat(
            codec(
                "@ImportCodec(Event.class)",
                """
                public class Event {
                  public class Part {}
                  public Part[] getParts() { return null; }
                  public void setParts(Part[] parts) {}
                  public String[] getTexts() { return null; }
                  public void setTexts(String[] texts) {}
                  public byte[] getBytes() { return null; }
                  public void setBytes(byte[] bytes) {}
                  public Object getAny() { return null; }
                  public void setAny(Object any) {}
                  public java.util.Map<String, Object> getAll() { return null; }
                  public void setAll(java.util.Map<String, Object> all) {}
                }
                """))
        .contains("Event.Part value = new Event().new Part();")
        .contains("values.toArray(new Event.Part[0])")
        .contains("JsonValues.writeTexts(out, Arrays.asList(texts))")
        .contains("value.setBytes(JsonValues.bytes(in))")
        .contains("value.setAny(JsonObjects.value(in))")
        .contains("value.setAll(JsonObjects.map(in))");
  }

  @Test
  void findsTheCodecsOfOtherTablesAndThoseWrittenByHand() throws IOException {
    Compilation compilation =
        compile(
            Sources.table(
                "@CodecLookup(value = \"Codecs\", tables = More.class)\n"
                    + "@ImportCodec(Event.class)\n@ImportType(value = Part.class, by = Hand.class)"),
            Sources.event(
                "Event",
                """
                public class Event {
                  public Part getPart() { return null; }
                  public void setPart(Part part) {}
                }
                """),
            Sources.event("Part", "public abstract class Part {}"),
            Sources.event("Other", "public interface Other {}"),
            JavaFileObjects.forSourceString(
                "events.More",
                """
                package events;
                @dev.thaw.codec.ImportCodec(value = aws.Other.class, by = Hand.class)
                final class More {}
                """),
            JavaFileObjects.forSourceString(
                "events.Hand",
                """
                package events;
                import dev.thaw.codec.*;
                final class Hand implements Codec<aws.Part> {
                  public aws.Part read(JsonReader in) { return null; }
                  public void write(JsonWriter out, aws.Part value) {}
                }
                """));
    assertThat(generated(compilation, "EventCodec"))
        .contains("value.setPart(new Hand().read(in))")
        .contains("new Hand().write(out, part)");
    assertThat(generated(compilation, "Codecs"))
        .contains("case \"aws.Event\" -> new EventCodec();")
        .contains("case \"aws.Other\" -> new Hand();");
  }

  private static String codec(String annotations, String event) throws IOException {
    return generated(
        compile(Sources.table(annotations), Sources.event("Event", event)), "EventCodec");
  }

  private static Compilation compile(JavaFileObject... sources) {
    Compilation compilation =
        javac()
            .withProcessors(new CodecProcessor())
            .withOptions("-Xlint:all,-processing,-serial", "-Werror")
            .compile(Sources.with(sources));
    assertThat(compilation).succeededWithoutWarnings();
    return compilation;
  }

  private static String generated(Compilation compilation, String name) throws IOException {
    JavaFileObject file = compilation.generatedSourceFile("events." + name).orElseThrow();
    return file.getCharContent(false).toString();
  }
}
