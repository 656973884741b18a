package dev.thaw.runtime.graal;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types whose codecs a method asks for: those whose class it hands to Thaw, as in {@code
 * request.json(Order.class)}, and those of values that it has written, as in {@code json(200,
 * order)}. Of a value the type is the one that the instruction before the call leaves behind; where
 * that does not say, all those, but the JDK's, that the method has to do with.
 */
final class CodecRequests {
  private static final String THAW = "dev/thaw/";
  private static final String RESPONSE = "dev/thaw/http/HttpResponse";
  private static final ClassDesc CLASS = ClassDesc.of("java.lang.Class");
  private static final ClassDesc TYPE = ClassDesc.of("java.lang.reflect.Type");
  private static final ClassDesc OBJECT = ClassDesc.of("java.lang.Object");

  private final Set<String> constants = new LinkedHashSet<>();
  private final Set<String> values = new LinkedHashSet<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private @Nullable ClassDesc last;
  private boolean asksForClass;
  private boolean asksForValue;

  private CodecRequests() {}

  /** The types' names, which may be those of any classes. */
  static Set<String> of(MethodModel method) {
    CodecRequests requests = new CodecRequests();
    MethodTypeDesc type = method.methodTypeSymbol();
    for (ClassDesc parameter : type.parameterList()) {
      requests.mention(parameter);
    }
    method.code().ifPresent(code -> code.forEach(requests::look));
    if (requests.asksForClass) {
      requests.asked.addAll(requests.constants);
    }
    if (requests.asksForValue) {
      for (String value : requests.values) {
        if (!value.startsWith("java.")) {
          requests.asked.add(value);
        }
      }
    }
    return requests.asked;
  }

  private void look(CodeElement element) {
    switch (element) {
      case ConstantInstruction constant -> {
        if (constant.constantValue() instanceof ClassDesc type) {
          add(type, constants);
        }
        last = null;
      }
      case InvokeInstruction call -> look(call);
      case FieldInstruction field -> leave(field.typeSymbol());
      case TypeCheckInstruction check -> leave(check.type().asSymbol());
      case Instruction other -> last = null;
      default -> {} // no instruction
    }
  }

  private void look(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    MethodTypeDesc type = call.typeSymbol();
    if (owner.startsWith(THAW)) {
      asksForClass |= type.parameterList().contains(CLASS) || type.parameterList().contains(TYPE);
      if (owner.equals(RESPONSE)
          && call.name().equalsString("json")
          && type.parameterList().getLast().equals(OBJECT)) {
        if (last == null) {
          asksForValue = true;
        } else {
          add(last, asked);
        }
      }
    }
    leave(call.name().equalsString("<init>") ? call.owner().asSymbol() : type.returnType());
  }

  private void leave(ClassDesc type) {
    last = type.equals(OBJECT) ? null : type;
    mention(type);
  }

  private void mention(ClassDesc type) {
    add(type, values);
  }

  private static void add(ClassDesc type, Set<String> names) {
    if (type.isClassOrInterface()) {
      String descriptor = type.descriptorString();
      names.add(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
    }
  }
}
