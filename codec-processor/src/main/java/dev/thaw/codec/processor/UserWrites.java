package dev.thaw.codec.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.thaw.codec.processor.UserModel.Access;
import dev.thaw.codec.processor.UserModel.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods that write, in the codec of a user's type. */
final class UserWrites {
  private final UserNames names;
  private final Map<String, MethodSpec> methods = new LinkedHashMap<>();

  UserWrites(UserNames names) {
    this.names = names;
  }

  List<MethodSpec> methods() {
    return List.copyOf(methods.values());
  }

  void addObject(UserModel model) {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("out.beginObject()");
    Map<Property, String> variables = UserNames.variables(model.properties(), "out", "value");
    for (int i = 0; i < model.properties().size(); i++) {
      Property property = model.properties().get(i);
      Access access = property.write();
      if (access != null) {
        CodeBlock name = CodeBlock.of("out.name($L, $L)", names.constant(model.javaType()), i);
        property(code, property, access, name, variables.get(property));
      }
    }
    method(
        "write" + names.of(model.javaType()),
        model.javaType(),
        "value",
        code.addStatement("out.endObject()").build());
  }

  private void property(
      CodeBlock.Builder code,
      Property property,
      Access access,
      CodeBlock name,
      @Nullable String variable) {
    UserType type = access.type();
    CodeBlock get =
        access.field()
            ? CodeBlock.of("value.$N", access.member())
            : CodeBlock.of("value.$N()", access.member());
    if (type.javaType().isPrimitive()) {
      code.addStatement("$L", name);
      code.add(write(type, get));
      return;
    }
    CodeBlock value = CodeBlock.of("$N", variable);
    code.addStatement("$T $L = $L", type.javaType(), value, get);
    CodeBlock condition = Inclusions.condition(property.inclusion(), type, value);
    if (condition == null) {
      code.addStatement("$L", name).add(writeOrNull(type, value));
    } else {
      code.beginControlFlow("if ($L)", condition)
          .addStatement("$L", name)
          .add(write(type, value))
          .endControlFlow();
    }
  }

  /** Statements that write the value of an expression, which may be null. */
  CodeBlock writeOrNull(UserType type, CodeBlock value) {
    if (type.javaType().isPrimitive()
        || type instanceof UserType.Variable
        || type instanceof UserType.Own) {
      return write(type, value);
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($L == null)", value)
        .addStatement("out.nullValue()")
        .nextControlFlow("else")
        .add(write(type, value))
        .endControlFlow()
        .build();
  }

  /** Statements that write the value of an expression, which is not null. */
  CodeBlock write(UserType type, CodeBlock value) {
    return switch (type) {
      case UserType.Leaf leaf ->
          leaf.direct()
              ? statement("out.value($L)", value)
              : statement("$T.write(out, $L)", leaf.helper(), value);
      case UserType.Own own -> statement("new $T().write(out, $L)", own.codec(), value);
      case UserType.Variable variable -> statement("$N.write(out, $L)", variable.field(), value);
      case UserType.OptionalOf optional ->
          CodeBlock.builder()
              .beginControlFlow("if ($L.isPresent())", value)
              .add(write(optional.value(), CodeBlock.of("$L.get()", value)))
              .nextControlFlow("else")
              .addStatement("out.nullValue()")
              .endControlFlow()
              .build();
      case UserType.ObjectOf object ->
          statement("write$L(out, $L)", names.of(object.javaType()), value);
      case UserType.EnumOf enumType -> statement("out.value($L)", enumName(enumType, value));
      case UserType.CollectionOf collection ->
          statement("$L(out, $L)", elements(collection.written(), collection.element()), value);
      case UserType.ArrayOf array ->
          statement("$L(out, $L)", elements(array.javaType(), array.element()), value);
      case UserType.MapOf map -> statement("$L(out, $L)", map(map), value);
    };
  }

  private static CodeBlock statement(String code, Object... arguments) {
    return CodeBlock.builder().addStatement(code, arguments).build();
  }

  private String elements(TypeName type, UserType element) {
    return method(
        "write" + names.of(type),
        type,
        "values",
        CodeBlock.builder()
            .addStatement("out.beginArray()")
            .beginControlFlow("for ($T element : values)", element.javaType())
            .add(writeOrNull(element, CodeBlock.of("element")))
            .endControlFlow()
            .addStatement("out.endArray()")
            .build());
  }

  private String map(UserType.MapOf type) {
    UserType.Key key = type.key();
    UserType.EnumOf constants = key.constants();
    CodeBlock name = CodeBlock.of("entry.getKey()");
    if (constants != null) {
      name = enumName(constants, name);
    } else if (!key.isText()) {
      name = CodeBlock.of("entry.getKey().toString()");
    }
    TypeName entry = type.entry();
    return method(
        "write" + names.of(type.written()),
        type.written(),
        "values",
        CodeBlock.builder()
            .addStatement("out.beginObject()")
            .beginControlFlow("for ($T entry : values.entrySet())", entry)
            .addStatement("$T value = entry.getValue()", type.value().javaType())
            .beginControlFlow("if (value != null)")
            .addStatement("out.name($L)", name)
            .add(write(type.value(), CodeBlock.of("value")))
            .endControlFlow()
            .endControlFlow()
            .addStatement("out.endObject()")
            .build());
  }

  /** An expression that gives the JSON name of an enum's constant. */
  private CodeBlock enumName(UserType.EnumOf type, CodeBlock value) {
    if (type.constants().stream().allMatch(each -> each.field().equals(each.names().getFirst()))) {
      return CodeBlock.of("$L.name()", value);
    }
    String name = "nameOf" + names.of(type.javaType());
    if (!methods.containsKey(name)) {
      // by its name: a switch over the enum itself would make one more class
      CodeBlock.Builder code = CodeBlock.builder().add("return switch (value.name()) {\n$>");
      for (UserType.Constant constant : type.constants()) {
        if (!constant.field().equals(constant.names().getFirst())) {
          code.add("case $S -> $S;\n", constant.field(), constant.names().getFirst());
        }
      }
      code.add("default -> value.name();\n$<};\n");
      methods.put(
          name,
          MethodSpec.methodBuilder(name)
              .addModifiers(names.modifiers())
              .returns(String.class)
              .addParameter(type.javaType(), "value")
              .addCode(code.build())
              .build());
    }
    return CodeBlock.of("$L($L)", name, value);
  }

  private String method(String name, TypeName type, String parameter, CodeBlock code) {
    methods.putIfAbsent(
        name,
        MethodSpec.methodBuilder(name)
            .addModifiers(names.modifiers())
            .addParameter(Api.JSON_WRITER, "out")
            .addParameter(type, parameter)
            .addCode(code)
            .build());
    return name;
  }
}
