package dev.thaw.codec.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods that read, in the codec of a user's type. */
final class UserReads {
  static final ClassName VALUES = Api.helper("UserValues");

  /** Collections that hold no null. */
  private static final Set<String> NO_NULLS = Set.of("TreeSet", "ArrayDeque");

  private final UserNames names;
  private final Map<String, MethodSpec> methods = new LinkedHashMap<>();

  UserReads(UserNames names) {
    this.names = names;
  }

  List<MethodSpec> methods() {
    return List.copyOf(methods.values());
  }

  /** An expression that reads the next value of {@code in}; null for null unless primitive. */
  CodeBlock read(UserType type) {
    return switch (type) {
      case UserType.Leaf leaf -> CodeBlock.of("$T.$L(in)", leaf.helper(), leaf.reader());
      case UserType.Formatted formatted ->
          formatted.pattern() == null
              ? read(formatted.leaf())
              : CodeBlock.of(
                  "$T.$L(in, $L)",
                  Api.helper("UserFormats"),
                  formatted.leaf().reader(),
                  names.format(formatted));
      case UserType.Own own -> CodeBlock.of("new $T().read(in)", own.codec());
      case UserType.Variable variable -> CodeBlock.of("$N.read(in)", variable.field());
      case UserType.OptionalOf optional ->
          CodeBlock.of("$T.ofNullable($L)", Optional.class, read(optional.value()));
      case UserType.ObjectOf object -> CodeBlock.of("read$L(in)", names.of(object.javaType()));
      case UserType.EnumOf enumType -> CodeBlock.of("$L(in)", enumReader(enumType));
      case UserType.CollectionOf collection -> CodeBlock.of("$L(in)", collection(collection));
      case UserType.ArrayOf array -> CodeBlock.of("$L(in)", array(array));
      case UserType.MapOf map -> CodeBlock.of("$L(in)", map(map));
    };
  }

  /** What a constructor gets where the JSON has none. */
  static CodeBlock absent(UserType type) {
    return switch (type) {
      case UserType.Leaf leaf -> CodeBlock.of(leaf.absent(), arguments(leaf));
      case UserType.Formatted formatted -> absent(formatted.leaf());
      case UserType.OptionalOf _ -> CodeBlock.of("$T.empty()", Optional.class);
      default -> CodeBlock.of("null");
    };
  }

  private static Object[] arguments(UserType.Leaf leaf) {
    return leaf.absent().contains("$T") ? new Object[] {leaf.javaType()} : new Object[0];
  }

  void add(UserClass type) {
    String name = "read" + names.of(type.javaType());
    switch (type) {
      case UserModel model ->
          method(
              model.body() ? "read" + names.body(model.javaType()) : name,
              model.javaType(),
              new ObjectReader(this, names, model).code());
      case UserFamily family ->
          method(name, family.javaType(), new FamilyMethods(names, family).read());
      case UserValue value -> method(name, value.javaType(), value(value));
    }
  }

  private CodeBlock value(UserValue value) {
    CodeBlock read = read(value.read());
    if (value.read().javaType().isPrimitive()) {
      return CodeBlock.builder()
          .beginControlFlow("if (in.nextNull())")
          .addStatement("return null")
          .endControlFlow()
          .addStatement("return $L($L)", value.creation(), read)
          .build();
    }
    return CodeBlock.builder()
        .addStatement("$T value = $L", value.read().javaType(), read)
        .addStatement("return value == null ? null : $L(value)", value.creation())
        .build();
  }

  private String collection(UserType.CollectionOf type) {
    if (type.implementation().simpleName().equals("EnumSet")) {
      return enumSet(type);
    }
    CodeBlock creation = CodeBlock.of(type.creation(), type.implementation());
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("if ($T.nextNoArray(in))", VALUES)
            .addStatement("return null")
            .endControlFlow()
            .addStatement("$T values = $L", type.made(), creation);
    fill(code, type.element(), !NO_NULLS.contains(type.implementation().simpleName()));
    return method(
        "read" + names.of(type.made(), type.element()),
        type.made(),
        code.addStatement("return values").build());
  }

  /** A constant that is unknown is left out if it stands alone, and refused in an array. */
  private String enumSet(UserType.CollectionOf type) {
    CodeBlock read = read(type.element());
    CodeBlock code =
        CodeBlock.builder()
            .beginControlFlow("if (in.nextNull())")
            .addStatement("return null")
            .endControlFlow()
            .addStatement(
                "$T values = " + type.creation(),
                type.made(),
                type.implementation(),
                type.element().javaType())
            .beginControlFlow("if ($T.beginArray(in))", VALUES)
            .beginControlFlow("while (in.nextElement())")
            .addStatement("values.add($T.present(in, $L))", VALUES, read)
            .endControlFlow()
            .nextControlFlow("else")
            .addStatement("$T value = $L", type.element().javaType(), read)
            .beginControlFlow("if (value != null)")
            .addStatement("values.add(value)")
            .endControlFlow()
            .endControlFlow()
            .addStatement("return values")
            .build();
    return method("read" + names.of(type.made(), type.element()), type.made(), code);
  }

  /** Adds each element to {@code values}; one that stands alone is an array of one. */
  private void fill(CodeBlock.Builder code, UserType element, boolean nulls) {
    CodeBlock read = read(element);
    code.addStatement("boolean array = $T.beginArray(in)", VALUES)
        .beginControlFlow("while (array ? in.nextElement() : values.isEmpty())")
        .addStatement(
            "values.add($L)", nulls ? read : CodeBlock.of("$T.present(in, $L)", VALUES, read))
        .endControlFlow();
  }

  private String array(UserType.ArrayOf type) {
    TypeName element = type.element().javaType();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("if ($T.nextNoArray(in))", VALUES)
            .addStatement("return null")
            .endControlFlow()
            .addStatement("$T<$T> values = new $T<>()", List.class, element, ArrayList.class);
    fill(code, type.element(), true);
    return method(
        "read" + names.of(type.javaType()),
        type.javaType(),
        code.addStatement("return values.toArray($L)", empty(element)).build());
  }

  /** An array of none: of arrays it is {@code new int[0][]}. */
  private static CodeBlock empty(TypeName element) {
    TypeName inner = element;
    StringBuilder more = new StringBuilder();
    while (inner instanceof ArrayTypeName array) {
      inner = array.componentType();
      more.append("[]");
    }
    return CodeBlock.of("new $T[0]$L", inner, more);
  }

  private String map(UserType.MapOf type) {
    CodeBlock creation =
        type.implementation().simpleName().equals("EnumMap")
            ? CodeBlock.of("new $T<>($T.class)", type.implementation(), type.key().javaType())
            : CodeBlock.of("new $T<>()", type.implementation());
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("if ($T.nextNoObject(in))", VALUES)
            .addStatement("return null")
            .endControlFlow()
            .addStatement("in.beginObject()")
            .addStatement("$T values = $L", type.made(), creation)
            .addStatement("$T name", String.class)
            .beginControlFlow("while ((name = in.nextName()) != null)");
    UserType.EnumOf constants = type.key().constants();
    if ("text".equals(type.key().reader())) {
      code.addStatement("values.put(name, $L)", read(type.value()));
    } else if (constants == null) {
      code.addStatement(
          "values.put($T.$L(in, name), $L)",
          Api.helper("UserKeys"),
          type.key().reader(),
          read(type.value()));
    } else {
      // databind leaves out what the enum does not have
      code.addStatement("$T key = $L(name)", constants.javaType(), enumConstant(constants))
          .beginControlFlow("if (key == null)")
          .addStatement("in.skipValue()")
          .nextControlFlow("else")
          .addStatement("values.put(key, $L)", read(type.value()))
          .endControlFlow();
    }
    code.endControlFlow();
    return method(
        "read" + names.of(type.made(), type.value()),
        type.made(),
        code.addStatement("return values").build());
  }

  private String enumReader(UserType.EnumOf type) {
    return method(
        "read" + names.of(type.javaType()),
        type.javaType(),
        CodeBlock.builder()
            .addStatement("$T name = $T.enumName(in)", String.class, VALUES)
            .addStatement("return name == null ? null : $L(name)", enumConstant(type))
            .build());
  }

  /** The method that finds an enum's constant by its name or number; null for another. */
  private String enumConstant(UserType.EnumOf type) {
    String name =
        Character.toLowerCase(names.of(type.javaType()).charAt(0))
            + names.of(type.javaType()).substring(1)
            + "Of";
    if (!methods.containsKey(name)) {
      List<CodeBlock> cases = new ArrayList<>();
      for (UserType.Constant constant : type.constants()) {
        List<CodeBlock> labels = new ArrayList<>();
        constant.names().forEach(each -> labels.add(CodeBlock.of("$S", each)));
        cases.add(
            CodeBlock.of(
                "case $L -> $T.$N;\n",
                CodeNames.commas(labels),
                type.javaType(),
                constant.field()));
      }
      MethodSpec.Builder method =
          MethodSpec.methodBuilder(name)
              .addModifiers(names.modifiers())
              .returns(LookupClass.nullable(type.javaType()))
              .addParameter(String.class, "name");
      for (MethodSpec each :
          Switches.of(method, CodeBlock.of("name"), cases, CodeBlock.of("null"))) {
        methods.put(each.name(), each);
      }
    }
    return name;
  }

  private String method(String name, TypeName type, CodeBlock code) {
    methods.putIfAbsent(
        name,
        MethodSpec.methodBuilder(name)
            .addModifiers(names.modifiers())
            .returns(LookupClass.nullable(type))
            .addParameter(Api.JSON_READER, "in")
            .addCode(code)
            .build());
    return name;
  }
}
