package dev.thaw.codec.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.thaw.codec.processor.BeanModel.Property;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The names of methods, constants and variables in one generated class. */
final class CodeNames {
  private final CodecPlan plan;
  private final ClassName self;

  CodeNames(CodecPlan plan, ClassName self) {
    this.plan = plan;
    this.self = self;
  }

  /** The method of a bean, with the class that holds it where that is another one. */
  CodeBlock method(String verb, TypeElement bean) {
    ClassName owner = plan.owner(bean);
    CodeBlock name = CodeBlock.of("$L", verb + plan.name(bean));
    return owner.equals(self) ? name : CodeBlock.of("$T.$L", owner, name);
  }

  /** The modifiers of that method: visible to other codecs only if one of them calls it. */
  Modifier[] modifiers(TypeElement bean) {
    return plan.isShared(bean)
        ? new Modifier[] {Modifier.STATIC}
        : new Modifier[] {Modifier.PRIVATE, Modifier.STATIC};
  }

  /** A bean's name as a part of others. */
  String bean(TypeElement bean) {
    return plan.name(bean);
  }

  /** The constant that holds the names of a bean's properties: SQS_MESSAGE for SQSMessage. */
  String constant(TypeElement bean) {
    return plan.name(bean)
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toUpperCase(Locale.ROOT);
  }

  /** A type's name as a part of a method's. */
  String type(ValueType type) {
    return switch (type) {
      case ValueType.ScalarType scalar ->
          switch (scalar.scalar()) {
            case TEXT -> "Text";
            case BYTE_ARRAY -> "Bytes";
            default -> ((ClassName) scalar.scalar().type().box()).simpleName();
          };
      case ValueType.EnumType enumType -> enumType.element().getSimpleName().toString();
      case ValueType.ListType list -> type(list.element()) + "List";
      case ValueType.MapType map -> type(map.value()) + "Map";
      case ValueType.ArrayType array -> type(array.element()) + "Array";
      case ValueType.CustomType custom -> custom.element().getSimpleName().toString();
      case ValueType.BeanType bean -> bean(bean.element());
      case ValueType.JodaType _ -> "DateTime";
    };
  }

  /** A variable for each property, named as it where that is possible. */
  static Map<Property, String> variables(Collection<Property> properties, String... taken) {
    Set<String> used = new HashSet<>(List.of(taken));
    Map<Property, String> variables = new HashMap<>();
    for (Property property : properties) {
      String name = property.name();
      while (SourceVersion.isKeyword(name) || !used.add(name)) {
        name += "_";
      }
      variables.put(property, name);
    }
    return variables;
  }

  static CodeBlock commas(Collection<CodeBlock> parts) {
    return CodeBlock.join(new ArrayList<>(parts), ",$W");
  }
}
