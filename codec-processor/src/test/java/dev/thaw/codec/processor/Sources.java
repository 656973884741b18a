package dev.thaw.codec.processor;

import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;

/** Sources to compile: the annotations and the API as far as generated code sees them. */
final class Sources {
  private static final String MEMBERS =
      """
        Class<?> value();
        Rename[] rename() default {};
        String[] ignore() default {};
        String[] constructor() default {};
        boolean emptyWhenAbsent() default false;
        boolean capitalized() default false;
        Class<?> by() default void.class;
      """;

  private Sources() {}

  /** The API and one more source. */
  static List<JavaFileObject> with(JavaFileObject... more) {
    List<JavaFileObject> sources = new ArrayList<>(List.of(more));
    sources.add(annotation("ImportCodec"));
    sources.add(annotation("ImportType"));
    sources.add(
        api(
            """
            public @interface Rename {
              String property(); String json(); String[] alias() default {};
            }
            """,
            "Rename"));
    sources.add(
        api(
            """
            public @interface CodecLookup { String value(); Class<?>[] tables() default {}; }
            """,
            "CodecLookup"));
    sources.add(
        api(
            """
            public interface Codec<T> {
              T read(JsonReader in);
              void write(JsonWriter out, T value);
            }
            """,
            "Codec"));
    sources.add(
        api(
            """
            public final class JsonNames { public static native JsonNames of(String... names); }
            """,
            "JsonNames"));
    sources.add(
        api(
            """
            public final class JsonReader {
              public static final int END = -2;
              public native boolean nextNull();
              public native void beginObject();
              public native int nextName(JsonNames names);
              public native String nextName();
              public native void beginArray();
              public native boolean nextElement();
              public native void skipValue();
            }
            """,
            "JsonReader"));
    sources.add(
        api(
            """
            public final class JsonWriter {
              public native void beginObject();
              public native void endObject();
              public native void beginArray();
              public native void endArray();
              public native void name(JsonNames names, int index);
              public native void name(String name);
              public native void value(String value);
              public native void value(int value);
              public native void value(long value);
              public native void value(double value);
              public native void value(boolean value);
              public native void base64(java.nio.ByteBuffer value);
              public native void base64(byte[] value);
              public native void nullValue();
            }
            """,
            "JsonWriter"));
    sources.add(
        api(
            """
            import java.util.List;
            import java.util.Map;
            public final class JsonValues {
              public static native String text(JsonReader in);
              public static native String textOrEmpty(JsonReader in);
              public static native int intValue(JsonReader in);
              public static native Integer boxedInt(JsonReader in);
              public static native long longValue(JsonReader in);
              public static native Long boxedLong(JsonReader in);
              public static native double doubleValue(JsonReader in);
              public static native Double boxedDouble(JsonReader in);
              public static native boolean booleanValue(JsonReader in);
              public static native Boolean boxedBoolean(JsonReader in);
              public static native java.util.Date epochSeconds(JsonReader in);
              public static native void writeEpochSeconds(JsonWriter out, java.util.Date value);
              public static native java.nio.ByteBuffer base64(JsonReader in);
              public static native byte[] bytes(JsonReader in);
              public static native List<String> texts(JsonReader in);
              public static native void writeTexts(JsonWriter out, List<String> values);
              public static native Map<String, String> textMap(JsonReader in);
              public static native void writeTextMap(JsonWriter out, Map<String, String> values);
            }
            """,
            "JsonValues"));
    sources.add(
        api(
            """
            import java.util.Map;
            public final class JsonObjects {
              public static native Object value(JsonReader in);
              public static native void write(JsonWriter out, Object value);
              public static native Map<String, Object> map(JsonReader in);
              public static native void writeMap(JsonWriter out, Map<?, ?> values);
            }
            """,
            "JsonObjects"));
    sources.add(
        api(
            """
            public final class JodaTimes {
              public static native org.joda.time.DateTime parse(String text, String property);
            }
            """,
            "JodaTimes"));
    sources.add(
        JavaFileObjects.forSourceString(
            "org.joda.time.DateTime", "package org.joda.time; public final class DateTime {}"));
    return sources;
  }

  /** A class in the package of the events. */
  static JavaFileObject event(String name, String source) {
    return JavaFileObjects.forSourceString("aws." + name, "package aws;\n" + source);
  }

  /** The class that lists events; the annotations begin in its third line. */
  static JavaFileObject table(String annotations) {
    return JavaFileObjects.forSourceString(
        "events.Table",
        "package events; import aws.*; import dev.thaw.codec.*;\n\n"
            + annotations
            + "\nfinal class Table {}\n");
  }

  private static JavaFileObject annotation(String name) {
    return api(
        "@java.lang.annotation.Repeatable("
            + name
            + ".Several.class) public @interface "
            + name
            + " {"
            + MEMBERS
            + " @interface Several { "
            + name
            + "[] value(); } }",
        name);
  }

  private static JavaFileObject api(String source, String name) {
    return JavaFileObjects.forSourceString(
        "dev.thaw.codec." + name, "package dev.thaw.codec;\n" + source);
  }
}
