package dev.thaw.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to do about a class that cannot be found or linked; made only when that happens. */
final class LinkageExplanation {
  private static final int MAX_NAMES = 16;

  private LinkageExplanation() {}

  /** Says what the JVM's message does not; null if there is nothing to add. */
  static @Nullable String of(Throwable error, String message) {
    if (error instanceof UnsupportedClassVersionError) {
      int java = Runtime.version().feature();
      return "Compile it, or take a version of its library, for Java "
          + java
          + " or older (javac --release "
          + java
          + ")";
    }
    Throwable cause = Throwables.cause(error);
    if (error instanceof ExceptionInInitializerError && cause != null) {
      return "A static initializer threw "
          + Throwables.shortened(Throwables.describe(cause), Throwables.MAX_NAME);
    }
    if (message.equals(Throwables.name(error))) {
      return null; // it names no class
    }
    if (error instanceof NoClassDefFoundError && message.startsWith("Could not initialize class")) {
      return "Its static initializer failed when it was first used: see the cause";
    }
    if (message.contains("wrong name: ")) {
      return "The file does not hold the class that its name says: class names are case-sensitive";
    }
    return missing(error, message);
  }

  /** About a class that is not there; a native executable has another method here. */
  private static @Nullable String missing(Throwable error, String message) {
    List<String> names = names(message);
    for (String name : names) {
      String module = MissingModules.of(name);
      if (module != null) {
        return name
            + " is in the JDK module "
            + module
            + ", which this runtime's JRE does not have: do without it, or build Thaw's layer or"
            + " image anew with "
            + module
            + " among the modules in container-base-image/src/build/Assemble.java";
      }
    }
    try (ClassPath classPath = ClassPath.open()) {
      for (String name : names) {
        String origin = classPath.origin(name);
        if (origin != null) {
          return origin;
        }
      }
      if (error instanceof NoClassDefFoundError && !names.isEmpty()) {
        String missing = names.getFirst();
        String origin = classPath.originOfPackage(missing);
        return (origin == null ? "Neither the function nor the runtime has it: " : origin + ": ")
            + "add the jar that holds it to the function's lib/";
      }
    }
    return null;
  }

  /**
   * What may be classes in a JVM's message, such as {@code 'void com.example.Orders.add(int)'} or
   * {@code com/example/Orders}: each name with dots in it, and what stands before its last dot.
   */
  private static List<String> names(String message) {
    List<String> names = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= message.length() && names.size() < MAX_NAMES; i++) {
      char c = i < message.length() ? message.charAt(i) : ' ';
      if (Character.isJavaIdentifierPart(c) || c == '.' || c == '/') {
        continue;
      }
      String name = message.substring(start, i).replace('/', '.');
      start = i + 1;
      int dot = name.lastIndexOf('.');
      if (dot > 0 && dot < name.length() - 1) {
        names.add(name);
        if (c == '(' && name.lastIndexOf('.', dot - 1) > 0) {
          names.add(name.substring(0, dot));
        }
      }
    }
    return names;
  }
}
