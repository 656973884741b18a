package dev.thaw.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.thaw.handler.Handler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles the functions in {@code src/test/functions} as their author would, who has AWS's
 * libraries and perhaps {@code handler-api}, and packs them as a reproducible build does: with one
 * time for everything, so that two jars may differ in nothing but their content.
 */
final class Functions {
  static final Path SOURCES = Layer.MODULE.resolve("src/test/functions");

  private static final long TIME = 1_700_000_000_000L;

  private Functions() {}

  /** The class files of {@code shop.NAME} by their paths. */
  static Map<String, byte[]> compile(String... names) {
    return compile(Map.of(), names);
  }

  /** The same, where the text on the left is replaced by the one on the right first. */
  static Map<String, byte[]> compile(Map<String, String> changes, String... names) {
    Map<String, String> sources = new TreeMap<>();
    for (String name : names) {
      try {
        String text = Files.readString(SOURCES.resolve("shop/" + name + ".java"));
        for (Map.Entry<String, String> change : changes.entrySet()) {
          text = text.replace(change.getKey(), change.getValue());
        }
        sources.put(name, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    String classPath =
        String.join(":", jarOf(Context.class), jarOf(SQSEvent.class), jarOf(Handler.class));
    return compile(classPath, sources);
  }

  /** Compiles classes, given by their simple names, that see all that this test sees. */
  static Map<String, byte[]> compileText(Map<String, String> sources) {
    return compile(System.getProperty("java.class.path"), sources);
  }

  /** Compiles classes, given by their simple names, that see those jars and the core library. */
  static Map<String, byte[]> compileAgainst(Collection<Path> jars, Map<String, String> sources) {
    StringBuilder classPath = new StringBuilder();
    for (Path jar : jars) {
      classPath.append(jar).append(':');
    }
    return compile(classPath.append(jarOf(Context.class)).toString(), sources);
  }

  private static Map<String, byte[]> compile(String classPath, Map<String, String> texts) {
    List<JavaFileObject> sources = new ArrayList<>();
    texts.forEach((name, text) -> sources.add(new Source(name, text)));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (JavaFileManager standard = compiler.getStandardFileManager(null, null, UTF_8)) {
      Classes classes = new Classes(standard);
      List<String> options = List.of("-cp", classPath, "-proc:none", "-g");
      if (!compiler.getTask(messages, classes, null, options, null, sources).call()) {
        throw new AssertionError(messages);
      }
      return classes.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a jar whose size depends on names and lengths alone. */
  static void jar(Path jar, Map<String, byte[]> entries) throws IOException {
    Files.createDirectories(jar.getParent());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> file : new TreeMap<>(entries).entrySet()) {
        CRC32 crc = new CRC32();
        crc.update(file.getValue());
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(crc.getValue());
        entry.setTime(TIME);
        out.putNextEntry(entry);
        out.write(file.getValue(), 0, file.getValue().length);
      }
    }
    Files.setLastModifiedTime(jar, FileTime.fromMillis(TIME));
  }

  /** Lays files loose in a folder. */
  static void loose(Path folder, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> entry : files.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
      Files.setLastModifiedTime(file, FileTime.fromMillis(TIME));
    }
  }

  /** One file with a text in it. */
  static Map<String, byte[]> text(String name, String text) {
    return Map.of(name, text.getBytes(UTF_8));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps what the compiler writes in memory. */
  private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

    Classes(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      String path = className.replace('.', '/') + kind.extension;
      return new SimpleJavaFileObject(URI.create("memory:///" + path), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          written.put(path, out);
          return out;
        }
      };
    }

    Map<String, byte[]> bytes() {
      Map<String, byte[]> bytes = new TreeMap<>();
      written.forEach((path, out) -> bytes.put(path, out.toByteArray()));
      return bytes;
    }
  }
}
