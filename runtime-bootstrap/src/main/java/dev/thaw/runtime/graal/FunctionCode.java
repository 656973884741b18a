package dev.thaw.runtime.graal;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The function's classes that its handlers mention, directly or by one another, and the types whose
 * codecs their code asks for: read from the class files, before the builder looks at any code.
 */
final class FunctionCode {
  private final ClassLoader loader;
  private final Set<String> classes = new LinkedHashSet<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private FunctionCode(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Reads the classes.
   *
   * @param roots the names of classes
   */
  static FunctionCode of(Collection<String> roots, FunctionPath path, ClassLoader loader)
      throws IOException {
    FunctionCode code = new FunctionCode(loader);
    Deque<String> next = new ArrayDeque<>(roots);
    while (!next.isEmpty()) {
      String name = next.remove();
      if (path.holds(name) && code.classes.add(name)) {
        code.read(name, next);
      }
    }
    return code;
  }

  private void read(String name, Deque<String> next) throws IOException {
    ClassModel type = ClassFile.of().parse(FunctionPath.bytes(name, loader));
    for (PoolEntry entry : type.constantPool()) {
      if (entry instanceof ClassEntry mentioned) {
        String internal = mentioned.asInternalName();
        next.add(element(internal).replace('/', '.'));
      }
    }
    // The codec that stands beside a type is found by its name.
    next.add(name.replace('$', '_') + "Codec");
    for (MethodModel method : type.methods()) {
      CodecRequests.of(method, asked);
    }
  }

  /** The class of an array's elements, or the class itself. */
  private static String element(String internal) {
    int start = internal.lastIndexOf('[') + 1;
    return start > 0 && internal.endsWith(";")
        ? internal.substring(start + 1, internal.length() - 1)
        : internal;
  }

  /** The names of the classes. */
  Set<String> classes() {
    return classes;
  }

  /** The names of the types whose codecs may be asked for. */
  Set<String> asked() {
    return asked;
  }
}
