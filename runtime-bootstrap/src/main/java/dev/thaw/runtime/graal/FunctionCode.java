package dev.thaw.runtime.graal;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The function's classes that its handlers mention, directly or by one another, and the types whose
 * codecs their code asks for: read from the class files, before the builder looks at any code.
 */
final class FunctionCode {
  private final ClassLoader loader;
  private final Set<String> classes = new LinkedHashSet<>();
  private final Map<String, String> asked = new LinkedHashMap<>();

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
    type.superclass().ifPresent(parent -> next.add(element(parent.asSymbol())));
    for (ClassEntry parent : type.interfaces()) {
      next.add(element(parent.asSymbol()));
    }
    for (FieldModel field : type.fields()) {
      next.add(element(field.fieldTypeSymbol()));
    }
    // Not all classes of the constant pool: it also names those that are merely nested beside it.
    for (PoolEntry entry : type.constantPool()) {
      switch (entry) {
        case MemberRefEntry member -> next.add(element(member.owner().asSymbol()));
        case NameAndTypeEntry member when member.type().stringValue().startsWith("(") ->
            addAll(MethodTypeDesc.ofDescriptor(member.type().stringValue()), next);
        case NameAndTypeEntry field ->
            next.add(element(ClassDesc.ofDescriptor(field.type().stringValue())));
        default -> {}
      }
    }
    for (MethodModel method : type.methods()) {
      addAll(method.methodTypeSymbol(), next);
      method.code().ifPresent(code -> code.forEach(part -> add(part, next)));
      for (String found : CodecRequests.of(method)) {
        asked.putIfAbsent(found, name);
      }
    }
    // The codec that stands beside a type is found by its name.
    next.add(name.replace('$', '_') + "Codec");
  }

  private static void add(CodeElement part, Deque<String> next) {
    switch (part) {
      case NewObjectInstruction made -> next.add(element(made.className().asSymbol()));
      case TypeCheckInstruction checked -> next.add(element(checked.type().asSymbol()));
      case NewReferenceArrayInstruction array ->
          next.add(element(array.componentType().asSymbol()));
      case ConstantInstruction constant when constant.constantValue() instanceof ClassDesc type ->
          next.add(element(type));
      default -> {}
    }
  }

  private static void addAll(MethodTypeDesc method, Deque<String> next) {
    next.add(element(method.returnType()));
    for (ClassDesc parameter : method.parameterList()) {
      next.add(element(parameter));
    }
  }

  /** The name of a class, or of that of an array's elements. */
  private static String element(ClassDesc type) {
    ClassDesc element = type;
    while (element.isArray()) {
      element = element.componentType();
    }
    String descriptor = element.descriptorString();
    return element.isPrimitive()
        ? descriptor
        : descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }

  /** The names of the classes. */
  Set<String> classes() {
    return classes;
  }

  /** The names of the types whose codecs may be asked for, and of the class that asks. */
  Map<String, String> asked() {
    return asked;
  }
}
