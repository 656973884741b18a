package dev.thaw.codec.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.thaw.codec.processor.BeanModel.Construction;
import dev.thaw.codec.processor.BeanModel.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The methods of a codec class that read. */
final class ReadMethods {
  private final TypeModels models;
  private final CodeNames names;
  private final Rejection.Place place;
  private final List<MethodSpec> beans = new ArrayList<>();

  /** Those of lists, maps and enums, as the beans need them. */
  private final Map<String, MethodSpec> others = new LinkedHashMap<>();

  ReadMethods(TypeModels models, CodeNames names, Rejection.Place place) {
    this.models = models;
    this.names = names;
    this.place = place;
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(beans);
    methods.addAll(others.values());
    return methods;
  }

  void addBean(BeanModel bean) throws Rejection {
    ClassName type = ClassName.get(bean.element());
    String name = "read" + names.bean(bean.element());
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(names.modifiers(bean.element()))
            .returns(LookupClass.nullable(type))
            .addParameter(Api.JSON_READER, "in")
            .addCode(returnNull())
            .addStatement("in.beginObject()");
    switch (bean.construction()) {
      case Construction.BySetters _ -> {
        if (bean.lazyProperties().isEmpty()) {
          method.addStatement("$T value = $L", type, empty(bean.element()));
        } else {
          String lazy = LazySubclass.name(bean, names);
          method.addStatement("$L value = new $L()", lazy, lazy);
        }
        method.addCode(loop(bean, setters(bean)));
        method.addStatement("return value");
      }
      case Construction.ByConstructor constructor -> {
        Map<Property, String> variables =
            CodeNames.variables(constructor.parameters(), "in", "next");
        for (Property parameter : constructor.parameters()) {
          method.addStatement(declaration(bean, parameter, variables.get(parameter)));
        }
        method.addCode(loop(bean, assignments(bean, variables)));
        method.addStatement("return $L", construct(bean, constructor, variables));
      }
    }
    beans.add(method.build());
  }

  /** An empty value; one of an inner class belongs to an empty one of the class around it. */
  private static CodeBlock empty(TypeElement element) {
    boolean inner =
        element.getNestingKind() == NestingKind.MEMBER
            && !element.getModifiers().contains(Modifier.STATIC);
    return inner
        ? CodeBlock.of(
            "new $T().new $L()",
            ClassName.get((TypeElement) element.getEnclosingElement()),
            element.getSimpleName())
        : CodeBlock.of("new $T()", ClassName.get(element));
  }

  private static CodeBlock returnNull() {
    return CodeBlock.builder()
        .beginControlFlow("if (in.nextNull())")
        .addStatement("return null")
        .endControlFlow()
        .build();
  }

  private CodeBlock loop(BeanModel bean, Map<Property, CodeBlock> statements) {
    CodeBlock.Builder cases = CodeBlock.builder();
    int alias = bean.properties().size();
    for (int i = 0; i < bean.properties().size(); i++) {
      Property property = bean.properties().get(i);
      StringBuilder labels = new StringBuilder().append(i);
      for (int each = 0; each < property.aliases().size(); each++) {
        labels.append(", ").append(alias++);
      }
      CodeBlock statement = statements.get(property);
      if (statement != null) {
        cases.add("case $L -> $L", labels, statement);
      }
    }
    return CodeBlock.builder()
        .addStatement("int next")
        .beginControlFlow(
            "while ((next = in.nextName($L)) != $T.END)",
            names.constant(bean.element()),
            Api.JSON_READER)
        .beginControlFlow("switch (next)")
        .add(cases.build())
        .addStatement("default -> in.skipValue()")
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  private Map<Property, CodeBlock> setters(BeanModel bean) throws Rejection {
    Map<Property, CodeBlock> statements = new LinkedHashMap<>();
    for (Property property : bean.properties()) {
      if (property.setter() == null || property.read() == null) {
        continue;
      }
      CodeBlock read = read(property.read());
      CodeBlock.Builder statement = CodeBlock.builder();
      if (property.converts()) {
        statement
            .beginControlFlow("")
            .addStatement("$T converted = $L", property.read().javaType(), read)
            .beginControlFlow("if (converted != null)")
            .addStatement("value.$N(converted)", property.setter())
            .endControlFlow()
            .endControlFlow();
      } else if (property.read() instanceof ValueType.JodaType) {
        statement.addStatement("value.$N = $L", LazySubclass.text(property), read);
      } else {
        statement.addStatement("value.$N($L)", property.setter(), read);
      }
      statements.put(property, statement.build());
    }
    return statements;
  }

  private Map<Property, CodeBlock> assignments(BeanModel bean, Map<Property, String> variables)
      throws Rejection {
    Map<Property, CodeBlock> statements = new LinkedHashMap<>();
    for (Map.Entry<Property, String> variable : variables.entrySet()) {
      ValueType type = variable.getKey().read();
      if (type != null) {
        CodeBlock read =
            bean.emptyWhenAbsent() && type instanceof ValueType.ScalarType(Scalar scalar)
                ? scalar.readOrEmpty()
                : read(type);
        CodeBlock assignment = CodeBlock.of("$N = $L", variable.getValue(), read);
        statements.put(
            variable.getKey(), CodeBlock.builder().addStatement("$L", assignment).build());
      }
    }
    return statements;
  }

  private CodeBlock declaration(BeanModel bean, Property property, @Nullable String variable) {
    return switch (property.read()) {
      case null -> throw new IllegalArgumentException(property.name());
      case ValueType.JodaType _ -> CodeBlock.of("$T $N = null", Scalar.TEXT.type(), variable);
      case ValueType.ScalarType(Scalar scalar) -> {
        boolean empty = bean.emptyWhenAbsent() || scalar.isPrimitive();
        String initial = empty && scalar.empty != null ? scalar.empty : "null";
        yield CodeBlock.of("$T $N = $L", scalar.type(), variable, initial);
      }
      case ValueType type -> CodeBlock.of("$T $N = null", type.javaType(), variable);
    };
  }

  private CodeBlock construct(
      BeanModel bean, Construction.ByConstructor constructor, Map<Property, String> variables)
      throws Rejection {
    List<CodeBlock> arguments = new ArrayList<>();
    for (Property parameter : constructor.parameters()) {
      CodeBlock variable = CodeBlock.of("$N", variables.get(parameter));
      CodeBlock empty = bean.emptyWhenAbsent() ? emptyObject(parameter.read()) : null;
      arguments.add(
          empty == null
              ? variable
              : CodeBlock.of("$L == null ? $L : $L", variable, empty, variable));
    }
    return bean.lazyProperties().isEmpty()
        ? CodeBlock.of("new $T($L)", ClassName.get(bean.element()), CodeNames.commas(arguments))
        : CodeBlock.of("new $L($L)", LazySubclass.name(bean, names), CodeNames.commas(arguments));
  }

  /** What stands for a missing object, array or map; null if null does. */
  private @Nullable CodeBlock emptyObject(@Nullable ValueType type) throws Rejection {
    return switch (type) {
      case ValueType.ListType _ -> CodeBlock.of("new $T<>()", ArrayList.class);
      case ValueType.MapType _ -> CodeBlock.of("new $T<>()", LinkedHashMap.class);
      case ValueType.BeanType(TypeElement element) -> {
        BeanModel bean = models.bean(element, place);
        if (!bean.emptyWhenAbsent()) {
          yield null;
        }
        addEmptyBean(bean);
        yield CodeBlock.of("$L()", names.method("empty", element));
      }
      case null, default -> null;
    };
  }

  private void addEmptyBean(BeanModel bean) throws Rejection {
    String name = "empty" + names.bean(bean.element());
    if (others.containsKey(name)) {
      return;
    }
    List<CodeBlock> arguments = new ArrayList<>();
    if (bean.construction() instanceof Construction.ByConstructor(List<Property> parameters)) {
      for (Property parameter : parameters) {
        CodeBlock empty =
            parameter.read() instanceof ValueType.ScalarType(Scalar scalar) && scalar.empty != null
                ? CodeBlock.of("$L", scalar.empty)
                : emptyObject(parameter.read());
        arguments.add(empty == null ? CodeBlock.of("null") : empty);
      }
    }
    ClassName type = ClassName.get(bean.element());
    others.put(
        name,
        MethodSpec.methodBuilder(name)
            .addModifiers(names.modifiers(bean.element()))
            .returns(type)
            .addStatement("return new $T($L)", type, CodeNames.commas(arguments))
            .build());
  }

  /** An expression that reads the next value of {@code in}. */
  private CodeBlock read(ValueType type) {
    return switch (type) {
      case ValueType.ScalarType(Scalar scalar) -> scalar.read();
      case ValueType.JodaType _ -> Scalar.TEXT.read();
      case ValueType.BeanType(TypeElement element) ->
          CodeBlock.of("$L(in)", names.method("read", element));
      case ValueType.EnumType enumType -> CodeBlock.of("$L(in)", addEnum(enumType));
      case ValueType.ListType list -> {
        if (list.element().equals(ValueType.TEXT)) {
          yield CodeBlock.of("$T.texts(in)", Api.JSON_VALUES);
        }
        yield CodeBlock.of("$L(in)", addList(list));
      }
      case ValueType.MapType map -> {
        if (map.value().equals(ValueType.TEXT)) {
          yield CodeBlock.of("$T.textMap(in)", Api.JSON_VALUES);
        }
        if (map.value().equals(ValueType.OBJECT)) {
          yield CodeBlock.of("$T.map(in)", Api.JSON_OBJECTS);
        }
        yield CodeBlock.of("$L(in)", addMap(map));
      }
      case ValueType.ArrayType array -> CodeBlock.of("$L(in)", addArray(array));
      case ValueType.CustomType custom -> CodeBlock.of("new $T().read(in)", custom.codec());
    };
  }

  private String addList(ValueType.ListType list) {
    return add(
        list,
        CodeBlock.builder()
            .addStatement("in.beginArray()")
            .addStatement("$T values = new $T<>()", list.javaType(), ArrayList.class)
            .beginControlFlow("while (in.nextElement())")
            .addStatement("values.add($L)", read(list.element()))
            .endControlFlow()
            .addStatement("return values")
            .build());
  }

  private String addArray(ValueType.ArrayType array) {
    ValueType.ListType list = new ValueType.ListType(array.element());
    return add(
        array,
        CodeBlock.builder()
            .addStatement("$T values = $L", list.javaType(), read(list))
            .addStatement(
                "return values == null ? null : values.toArray(new $T[0])",
                array.element().javaType())
            .build(),
        CodeBlock.of(""));
  }

  private String addMap(ValueType.MapType map) {
    return add(
        map,
        CodeBlock.builder()
            .addStatement("in.beginObject()")
            .addStatement("$T values = new $T<>()", map.javaType(), LinkedHashMap.class)
            .addStatement("$T name", String.class)
            .beginControlFlow("while ((name = in.nextName()) != null)")
            .addStatement("values.put(name, $L)", read(map.value()))
            .endControlFlow()
            .addStatement("return values")
            .build());
  }

  /** What AWS's mapper does with a name that the enum does not have: it becomes null. */
  private String addEnum(ValueType.EnumType type) {
    CodeBlock.Builder cases = CodeBlock.builder();
    for (String constant : type.constants()) {
      cases.add("case $S -> $T.$L;\n", constant, type.javaType(), constant);
    }
    return add(
        type,
        CodeBlock.builder()
            .add("return switch ($L) {\n$>", Scalar.TEXT.read())
            .add(cases.build())
            .add("default -> null;\n$<};\n")
            .build());
  }

  private String add(ValueType type, CodeBlock body) {
    return add(type, body, returnNull());
  }

  private String add(ValueType type, CodeBlock body, CodeBlock before) {
    String name = "read" + names.type(type);
    others.computeIfAbsent(
        name,
        key ->
            MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(LookupClass.nullable(type.javaType()))
                .addParameter(Api.JSON_READER, "in")
                .addCode(before)
                .addCode(body)
                .build());
    return name;
  }
}
