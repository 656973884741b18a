package dev.thaw.runtime;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class path, looked through for the origin of a class: the runtime's own jars stand in front,
 * so that its version of a library hides the one that a function brings.
 */
final class ClassPath implements AutoCloseable {
  private static final int MAX_ELEMENTS = 500;

  private final List<ClassPathElement> elements = new ArrayList<>();

  private ClassPath() {}

  static ClassPath open() {
    ClassPath classPath = new ClassPath();
    String own = System.getProperty("thaw.home", "/none") + "/lib/";
    String path = System.getProperty("java.class.path", "");
    for (String name : path.split(File.pathSeparator, -1)) {
      if (classPath.elements.size() == MAX_ELEMENTS) {
        break;
      }
      ClassPathElement element = ClassPathElement.open(name, name.startsWith(own));
      if (element != null) {
        classPath.elements.add(element);
      }
    }
    return classPath;
  }

  /**
   * Where a class comes from, and who else has it; null if it is not on the class path, or in the
   * function alone and once.
   */
  @Nullable String origin(String className) {
    return origin(className, className.replace('.', '/') + ".class");
  }

  /** The same for the package of a class that is nowhere. */
  @Nullable String originOfPackage(String className) {
    String name = className.substring(0, Math.max(0, className.lastIndexOf('.')));
    return name.isEmpty() ? null : origin("Package " + name, name.replace('.', '/') + "/");
  }

  private @Nullable String origin(String what, String entry) {
    ClassPathElement owner = null;
    StringBuilder text = new StringBuilder();
    for (ClassPathElement element : elements) {
      if (owner == null) {
        if (element.has(entry)) {
          owner = element;
        }
      } else if (element.artifact().equals(owner.artifact()) || element.has(entry)) {
        text.append(text.isEmpty() ? "; the function brings " : " and ");
        text.append(element.brought(owner.artifact()));
      }
    }
    if (owner == null || (!owner.own() && text.isEmpty())) {
      return null;
    }
    return what + " comes from " + owner.described() + text;
  }

  @Override
  public void close() {
    for (ClassPathElement element : elements) {
      element.close();
    }
  }
}
