package dev.thaw.codec.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What no codec can be written for is a compile error where it stands. */
class UserRejectionTest {

  @Test
  void aTypeThatNoCodecReads() {
    rejects(
        "There is no codec for java.nio.file.Path",
        "record Order(",
        "String id,",
        "java.nio.file.Path path) {} // here");
    rejects(
        "There is no codec for java.lang.Thread",
        "class Order {",
        "public java.util.List<Thread> getThreads() { return null; } // here",
        "}");
    rejects(
        "There is no codec for java.util.Date as a map's key: use a String, Integer, Long, UUID or"
            + " an enum",
        "record Order(",
        "java.util.Map<java.util.Date, String> days) {} // here");
  }

  @Test
  void aTypeOfTheJdkSaysWhatToDo() {
    String advice =
        ": give the property a type that has one, such as String, or write the codec of Order by"
            + " hand";
    rejects(
        "There is no codec for java.util.regex.Pattern" + advice,
        "record Order(",
        "java.util.regex.Pattern pattern) {} // here");
    rejects(
        "There is no codec for java.lang.Class<?>" + advice,
        "class Order {",
        "public void setType(java.util.Optional<Class<?>> type) {} // here",
        "}");
    rejects(
        "There is no codec for org.w3c.dom.Document" + advice,
        "record Order(",
        "org.w3c.dom.Document document) {} // here");
  }

  /** The processor's own library stands for any jar. */
  @Test
  void aClassOfAJar() {
    rejects(
        "ClassName has no constructor that a codec can call: give the property a type that has one",
        "record Order(",
        "com.palantir.javapoet.ClassName name) {} // here");
  }

  @Test
  void aWildcardOfAClass() {
    rejects(
        "There is no codec for shop.Node<?>: name a type for each ?",
        "record Order(",
        "Node<?> node) {} // here",
        "record Node<T>(T value) {}");
    rejects(
        "There is no codec for ? super java.lang.String: name a type",
        "record Order(",
        "java.util.List<? super String> texts) {} // here");
  }

  @Test
  void whatThrowsACheckedException() {
    rejects(
        "Order() throws java.io.IOException, which a codec cannot: throw an unchecked exception",
        "class Order {",
        "public Order() throws java.io.IOException {} } // here");
    rejects(
        "setId(java.lang.String) throws java.lang.Exception",
        "class Order {",
        "public void setId(String id) throws Exception {} } // here");
    rejects(
        "getId() throws java.lang.Exception",
        "class Order {",
        "public String getId() throws IllegalStateException, Exception { return null; } } // here");
  }

  @Test
  void aTimesFormatAtAnotherType() {
    rejects(
        "@Iso8601 does not fit java.lang.String in a codec",
        "record Order(",
        "@dev.thaw.codec.Iso8601 String day) {} // here");
    rejects(
        "@Iso8601 and @JsonFormat are two formats: leave one of them out",
        "record Order(",
        "@com.fasterxml.jackson.annotation.JsonFormat(shape ="
            + " com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING)",
        "@dev.thaw.codec.Iso8601 java.time.Instant day) {} // here");
  }

  @Test
  void aTypeInsideOfAnother() {
    rejects(
        "There is no codec for java.lang.Thread",
        "record Order(Line line) {}",
        "record Line(",
        "Thread thread) {} // here");
  }

  @Test
  void aRawType() {
    rejects(
        "There is no codec for java.util.List: say of what it is",
        "@SuppressWarnings(\"rawtypes\") record Order(",
        "java.util.List lines) {} // here");
  }

  @Test
  void anArrayOfAGenericType() {
    rejects("make it a List", "record Order(", "java.util.List<String>[] lines) {} // here");
  }

  @Test
  void anInterface() {
    rejects(
        "it has no values of its own; name its classes by @JsonTypeInfo(use = NAME)",
        "record Order(",
        "Line line) {} // here",
        "interface Line {}");
  }

  @Test
  void aPrivateClass() {
    rejects(
        "Line is not visible to a codec beside Order: make it package-private or public",
        "class Order {",
        "public Line line; // here",
        "private static class Line {} }");
  }

  @Test
  void anInnerClass() {
    rejects(
        "Line is an inner class: make it static",
        "class Order {",
        "public Line line; // here",
        "class Line {} }");
  }

  @Test
  void aClassThatCannotBeMade() {
    rejects(
        "Order has no constructor that a codec can call",
        "class Order { // here",
        "private Order(String id) {} }");
  }

  @Test
  void twoPropertiesOfOneName() {
    rejects(
        "Both b and a are called b",
        "record Order( // here",
        "@com.fasterxml.jackson.annotation.JsonProperty(\"b\") String a,",
        "@com.fasterxml.jackson.annotation.JsonProperty(\"b\") String b) {}");
  }

  @Test
  void aPrivateFieldThatAnAnnotationWants() {
    rejects(
        "id is not visible to a codec in its package: give it a setter",
        "class Order {",
        "@com.fasterxml.jackson.annotation.JsonProperty private String id; } // here");
  }

  @Test
  void aGenericTypeThatContainsItselfInEverDeeperWays() {
    rejects(
        "Order contains types without end",
        "record Order(Node<String> node) {}",
        "record Node<T>(",
        "Node<java.util.List<T>> next) {} // here");
  }

  @Test
  void aFormatThatDoesNotFit() {
    rejects(
        "@JsonFormat does not fit java.lang.String in a codec",
        "record Order(",
        "@com.fasterxml.jackson.annotation.JsonFormat(pattern = \"dd\") String day) {} // here");
    rejects(
        "@JsonFormat with a pattern at an Instant needs a timezone",
        "record Order(",
        "@com.fasterxml.jackson.annotation.JsonFormat(pattern = \"dd\") // here",
        "java.time.Instant day) {}");
  }

  /** Compiles the lines and expects the error in the one that ends with a comment. */
  private static void rejects(String message, String... lines) {
    JavaFileObject source =
        JavaFileObjects.forSourceString(
            "shop.Order",
            "package shop;\n@dev.thaw.codec.GenerateCodec\n" + String.join("\n", lines) + "\n");
    Compilation compilation =
        javac()
            .withProcessors(new CodecProcessor())
            .withOptions(ApiClasses.options())
            .compile(source);
    assertThat(compilation).failed();
    int line = 3;
    while (!lines[line - 3].contains("// here")) {
      line++;
    }
    assertThat(compilation).hadErrorContaining(message).inFile(source).onLine(line);
  }
}
