package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import dev.thaw.handler.Environment;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the serializer that a function brings, as {@link java.util.ServiceLoader} would: in the
 * files {@code META-INF/services/} of that name on its class path.
 */
final class CustomSerializers {
  private static final String FILE =
      "META-INF/services/com.amazonaws.services.lambda.runtime.CustomPojoSerializer";

  /** A list of class names; more is no such file. */
  private static final int MAX_LENGTH = 64 * 1024;

  private CustomSerializers() {}

  /**
   * Whether the function brings one. A class loader would look in the JDK and in our own jars
   * first, which costs a start milliseconds; the function's jars are opened for its classes anyway.
   */
  static boolean exist() throws IOException {
    String own = System.getProperty("thaw.home") + "/lib/";
    String classPath = System.getProperty("java.class.path", "");
    for (String element : classPath.split(File.pathSeparator, -1)) {
      if (!element.startsWith(own) && holdsFile(element)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsFile(String element) throws IOException {
    File file = new File(element.isEmpty() ? "." : element);
    if (!file.isFile()) {
      return new File(file, FILE).exists();
    }
    try (ZipFile jar = new ZipFile(file)) {
      return jar.getEntry(FILE) != null;
    } catch (ZipException e) {
      return false; // no jar: the class loader ignores it too
    }
  }

  /**
   * Builds the function's serializer.
   *
   * @return null if there is none
   * @throws HandlerException if there are several, or the one named is no serializer
   * @throws Throwable what its constructor throws, as it is
   */
  static @Nullable CustomPojoSerializer find(ClassLoader loader, Environment environment)
      throws Throwable {
    if (!exist()) {
      return null;
    }
    List<String> names = names(loader);
    if (names.size() > 1) {
      throw new HandlerException(
          "The function brings several serializers, and only one can be used: "
              + String.join(", ", names)
              + ". Leave one of them in "
              + FILE);
    }
    return names.isEmpty() ? null : build(names.getFirst(), loader, environment);
  }

  /** The classes that the files name. */
  static List<String> names(ClassLoader loader) throws IOException {
    Enumeration<URL> files = loader.getResources(FILE);
    List<String> names = new ArrayList<>(1);
    while (files.hasMoreElements()) {
      addNames(files.nextElement(), names);
    }
    return names;
  }

  private static CustomPojoSerializer build(
      String name, ClassLoader loader, Environment environment) throws Throwable {
    Class<?> type;
    try {
      type = Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new HandlerException(
          "There is no class "
              + name
              + ", which "
              + FILE
              + " names: add the jar that holds it to the function's lib/, or remove the name",
          e);
    }
    if (!CustomPojoSerializer.class.isAssignableFrom(type)) {
      throw new HandlerException(
          name + ", which " + FILE + " names, does not implement CustomPojoSerializer");
    }
    return (CustomPojoSerializer) Instances.build(type, environment);
  }

  /** Adds the class names of a file: one a line, what follows a number sign is a comment. */
  private static void addNames(URL file, List<String> names) throws IOException {
    String text = read(file);
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      int comment = text.indexOf('#', start);
      String name = text.substring(start, comment >= 0 && comment < end ? comment : end).strip();
      if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
      start = end + 1;
    }
  }

  private static String read(URL file) throws IOException {
    try (InputStream in = file.openStream()) {
      return new String(in.readNBytes(MAX_LENGTH), StandardCharsets.UTF_8);
    }
  }
}
