package dev.thaw.codec.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.thaw.codec.processor.BeanModel.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The methods of a codec class that write; properties that are null are left out. */
final class WriteMethods {
  private final CodeNames names;
  private final List<MethodSpec> beans = new ArrayList<>();

  /** Those of lists, maps and enums, as the beans need them. */
  private final Map<String, MethodSpec> others = new LinkedHashMap<>();

  WriteMethods(CodeNames names) {
    this.names = names;
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(beans);
    methods.addAll(others.values());
    return methods;
  }

  void addBean(BeanModel bean) {
    String name = "write" + names.bean(bean.element());
    Map<Property, String> variables = CodeNames.variables(bean.properties(), "out", "value");
    CodeBlock.Builder body = CodeBlock.builder().addStatement("out.beginObject()");
    for (int i = 0; i < bean.properties().size(); i++) {
      Property property = bean.properties().get(i);
      if (property.getter() != null && property.write() != null) {
        CodeBlock nameStatement =
            CodeBlock.of("out.name($L, $L)", names.constant(bean.element()), i);
        body.add(property(property, property.write(), nameStatement, variables.get(property)));
      }
    }
    beans.add(
        MethodSpec.methodBuilder(name)
            .addModifiers(names.modifiers(bean.element()))
            .addParameter(Api.JSON_WRITER, "out")
            .addParameter(ClassName.get(bean.element()), "value")
            .addCode(body.addStatement("out.endObject()").build())
            .build());
  }

  private CodeBlock property(
      Property property, ValueType type, CodeBlock nameStatement, @Nullable String variable) {
    CodeBlock get = CodeBlock.of("value.$N()", property.getter());
    if (type instanceof ValueType.ScalarType(Scalar scalar) && scalar.isPrimitive()) {
      return CodeBlock.builder()
          .addStatement("$L", nameStatement)
          .addStatement("$L", write(type, get))
          .build();
    }
    CodeBlock value = CodeBlock.of("$N", variable);
    return CodeBlock.builder()
        .addStatement("$T $L = $L", type.javaType(), value, get)
        .beginControlFlow("if ($L != null)", value)
        .addStatement("$L", nameStatement)
        .addStatement("$L", write(type, value))
        .endControlFlow()
        .build();
  }

  /** A statement that writes the value of an expression, which is not null. */
  private CodeBlock write(ValueType type, CodeBlock value) {
    return switch (type) {
      case ValueType.ScalarType(Scalar scalar) -> scalar.write(value);
      case ValueType.JodaType _ -> CodeBlock.of("out.value($L.toString())", value);
      case ValueType.EnumType _ -> CodeBlock.of("out.value($L.name())", value);
      case ValueType.BeanType(TypeElement element) ->
          CodeBlock.of("$L(out, $L)", names.method("write", element), value);
      case ValueType.ListType list -> {
        if (list.element().equals(ValueType.TEXT)) {
          yield CodeBlock.of("$T.writeTexts(out, $L)", Api.JSON_VALUES, value);
        }
        yield CodeBlock.of("$L(out, $L)", addList(list), value);
      }
      case ValueType.MapType map -> {
        if (map.value().equals(ValueType.TEXT)) {
          yield CodeBlock.of("$T.writeTextMap(out, $L)", Api.JSON_VALUES, value);
        }
        if (map.value().equals(ValueType.OBJECT)) {
          yield CodeBlock.of("$T.writeMap(out, $L)", Api.JSON_OBJECTS, value);
        }
        yield CodeBlock.of("$L(out, $L)", addMap(map), value);
      }
      case ValueType.ArrayType array ->
          write(
              new ValueType.ListType(array.element()),
              CodeBlock.of("$T.asList($L)", Arrays.class, value));
      case ValueType.CustomType custom ->
          CodeBlock.of("new $T().write(out, $L)", custom.codec(), value);
    };
  }

  private String addList(ValueType.ListType list) {
    return add(
        list,
        CodeBlock.builder()
            .addStatement("out.beginArray()")
            .beginControlFlow("for ($T element : values)", list.element().javaType())
            .beginControlFlow("if (element == null)")
            .addStatement("out.nullValue()")
            .nextControlFlow("else")
            .addStatement("$L", write(list.element(), CodeBlock.of("element")))
            .endControlFlow()
            .endControlFlow()
            .addStatement("out.endArray()")
            .build());
  }

  private String addMap(ValueType.MapType map) {
    TypeName type = map.value().javaType();
    return add(
        map,
        CodeBlock.builder()
            .addStatement("out.beginObject()")
            .beginControlFlow(
                "for ($T.Entry<$T, $T> entry : values.entrySet())", Map.class, String.class, type)
            .addStatement("$T value = entry.getValue()", type)
            .beginControlFlow("if (value != null)")
            .addStatement("out.name(entry.getKey())")
            .addStatement("$L", write(map.value(), CodeBlock.of("value")))
            .endControlFlow()
            .endControlFlow()
            .addStatement("out.endObject()")
            .build());
  }

  private String add(ValueType type, CodeBlock body) {
    String name = "write" + names.type(type);
    others.computeIfAbsent(
        name,
        key ->
            MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Api.JSON_WRITER, "out")
                .addParameter(type.javaType(), "values")
                .addCode(body)
                .build());
    return name;
  }
}
