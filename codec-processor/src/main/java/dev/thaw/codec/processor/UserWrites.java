package dev.thaw.codec.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.thaw.codec.processor.UserModel.Access;
import dev.thaw.codec.processor.UserModel.Property;
import java.util.ArrayList;
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

  void add(UserClass type) {
    String name = "write" + names.of(type.javaType());
    switch (type) {
      case UserModel model ->
          method(
              model.body() ? "write" + names.body(model.javaType()) : name,
              model.javaType(),
              "value",
              object(model));
      case UserFamily family ->
          method(name, family.javaType(), "value", new FamilyMethods(names, family).write());
      case UserValue value ->
          method(
              name,
              value.javaType(),
              "value",
              writeOrNull(value.write(), CodeBlock.of("value.$L", value.member())));
    }
  }

  private CodeBlock object(UserModel model) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (!model.body()) {
      code.addStatement("out.beginObject()");
    }
    Map<Property, String> variables = UserNames.variables(model.properties(), "out", "value");
    for (int i = 0; i < model.properties().size(); i++) {
      Property property = model.properties().get(i);
      Access access = property.write();
      if (access != null) {
        CodeBlock name = CodeBlock.of("out.name($L, $L)", names.constant(model.javaType()), i);
        property(code, property, access, name, variables.get(property));
      }
    }
    return model.body() ? code.build() : code.addStatement("out.endObject()").build();
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
      CodeBlock written =
          CodeBlock.builder().addStatement("$L", name).add(write(type, get)).build();
      CodeBlock condition = Inclusions.ofPrimitive(property.inclusion(), type, get);
      code.add(condition == null ? written : when(condition, written));
      return;
    }
    CodeBlock value = CodeBlock.of("$N", variable);
    code.addStatement("$T $L = $L", type.javaType(), value, get);
    CodeBlock condition = Inclusions.condition(property.inclusion(), type, value);
    if (condition == null) {
      code.addStatement("$L", name).add(writeOrNull(type, value));
    } else {
      code.add(
          when(
              condition,
              CodeBlock.builder().addStatement("$L", name).add(write(type, value)).build()));
    }
  }

  private static CodeBlock when(CodeBlock condition, CodeBlock code) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", condition)
        .add(code)
        .endControlFlow()
        .build();
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
      case UserType.Formatted formatted ->
          formatted.pattern() == null
              ? statement("$T.write(out, $L)", Api.helper("UserStrings"), value)
              : statement(
                  "$T.write(out, $L, $L)",
                  Api.helper("UserFormats"),
                  value,
                  names.format(formatted));
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
        "write" + names.of(type, element),
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
    CodeBlock value = CodeBlock.of("value");
    CodeBlock.Builder each = CodeBlock.builder();
    if (type.nulls()) {
      each.addStatement("out.name($L)", name).add(writeOrNull(type.value(), value));
    } else {
      each.beginControlFlow("if (value != null)")
          .addStatement("out.name($L)", name)
          .add(write(type.value(), value))
          .endControlFlow();
    }
    String suffix = names.of(type.written(), type.value()) + (type.nulls() ? "WithNulls" : "");
    return method(
        "write" + suffix,
        type.written(),
        "values",
        CodeBlock.builder()
            .addStatement("out.beginObject()")
            .beginControlFlow("for ($T entry : values.entrySet())", type.entry())
            .addStatement("$T value = entry.getValue()", type.value().javaType())
            .add(each.build())
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
      List<CodeBlock> cases = new ArrayList<>();
      for (UserType.Constant constant : type.constants()) {
        if (!constant.field().equals(constant.names().getFirst())) {
          cases.add(
              CodeBlock.of("case $S -> $S;\n", constant.field(), constant.names().getFirst()));
        }
      }
      MethodSpec.Builder method =
          MethodSpec.methodBuilder(name)
              .addModifiers(names.modifiers())
              .returns(String.class)
              .addParameter(type.javaType(), "value");
      CodeBlock constant = CodeBlock.of("value.name()");
      for (MethodSpec each : Switches.of(method, constant, cases, constant)) {
        methods.put(each.name(), each);
      }
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
