package dev.thaw.codec.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.thaw.codec.processor.UserModel.Access;
import dev.thaw.codec.processor.UserModel.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The methods that read, in the codec of a user's type. */
final class UserReads {
  static final ClassName VALUES = Api.helper("UserValues");

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
  private static CodeBlock absent(UserType type) {
    return switch (type) {
      case UserType.Leaf leaf -> CodeBlock.of(leaf.absent(), arguments(leaf));
      case UserType.OptionalOf _ -> CodeBlock.of("$T.empty()", Optional.class);
      default -> CodeBlock.of("null");
    };
  }

  private static Object[] arguments(UserType.Leaf leaf) {
    return leaf.absent().contains("$T") ? new Object[] {leaf.javaType()} : new Object[0];
  }

  void addObject(UserModel model, CodeBlock creation) {
    Body body = new Body(model, creation);
    String name = "read" + names.of(model.javaType());
    method(name, model.javaType(), body.code());
  }

  /** The body of a method that reads an object. */
  private final class Body {
    private final UserModel model;
    private final CodeBlock creation;
    private final boolean bySetters;
    private final Map<Property, String> variables;

    Body(UserModel model, CodeBlock creation) {
      this.model = model;
      this.creation = creation;
      this.bySetters = model.arguments().isEmpty();
      this.variables = UserNames.variables(model.properties(), "in", "next", "value", "position");
    }

    CodeBlock code() {
      CodeBlock.Builder code =
          CodeBlock.builder()
              .beginControlFlow("if ($T.nextNoObject(in))", VALUES)
              .addStatement("return null")
              .endControlFlow();
      if (model.arguments().stream().anyMatch(Property::required)) {
        code.addStatement("int position = in.position()");
      }
      code.addStatement("in.beginObject()");
      CodeBlock value = CodeBlock.of("$L($L)", creation, CodeNames.commas(arguments()));
      if (bySetters) {
        code.addStatement("$T value = $L", model.javaType(), value);
      } else {
        declare(code);
      }
      loop(code);
      if (bySetters) {
        return code.addStatement("return value").build();
      }
      require(code);
      if (setters().isEmpty()) {
        return code.addStatement("return $L", value).build();
      }
      code.addStatement("$T value = $L", model.javaType(), value);
      for (Property property : setters()) {
        Access access = Objects.requireNonNull(property.read());
        code.beginControlFlow("if ($L)", seen(property))
            .addStatement("$L", set(access, CodeBlock.of("$N", variables.get(property))))
            .endControlFlow();
      }
      return code.addStatement("return value").build();
    }

    private List<CodeBlock> arguments() {
      return model.arguments().stream()
          .map(argument -> CodeBlock.of("$N", variables.get(argument)))
          .toList();
    }

    private List<Property> setters() {
      return model.properties().stream()
          .filter(each -> each.read() != null && !model.arguments().contains(each))
          .toList();
    }

    private String seen(Property property) {
      return variables.get(property) + "Seen_";
    }

    private boolean isSeen(Property property) {
      return !bySetters && (property.required() || !model.arguments().contains(property));
    }

    private void declare(CodeBlock.Builder code) {
      for (Property property : model.properties()) {
        Access access = property.read();
        if (access != null) {
          code.addStatement(
              "$T $N = $L",
              access.type().javaType(),
              variables.get(property),
              absent(access.type()));
          if (isSeen(property)) {
            code.addStatement("boolean $L = false", seen(property));
          }
        }
      }
    }

    private void loop(CodeBlock.Builder code) {
      code.addStatement("int next")
          .beginControlFlow(
              "while ((next = in.nextName($L)) != $T.END)",
              names.constant(model.javaType()),
              Api.JSON_READER)
          .beginControlFlow("switch (next)");
      int alias = model.properties().size();
      for (int i = 0; i < model.properties().size(); i++) {
        Property property = model.properties().get(i);
        Access access = property.read();
        StringBuilder labels = new StringBuilder().append(i);
        for (int j = 0; j < property.aliases().size(); j++) {
          labels.append(", ").append(alias++);
        }
        if (access != null) {
          code.add("case $L -> $L", labels, store(property, access));
        }
      }
      code.addStatement("default -> in.skipValue()").endControlFlow().endControlFlow();
    }

    private CodeBlock store(Property property, Access access) {
      CodeBlock read = read(access.type());
      if (bySetters) {
        return CodeBlock.builder().addStatement("$L", set(access, read)).build();
      }
      CodeBlock assignment = CodeBlock.of("$N = $L", variables.get(property), read);
      if (!isSeen(property)) {
        return CodeBlock.builder().addStatement("$L", assignment).build();
      }
      return CodeBlock.builder()
          .beginControlFlow("")
          .addStatement("$L", assignment)
          .addStatement("$L = true", seen(property))
          .endControlFlow()
          .build();
    }

    private CodeBlock set(Access access, CodeBlock value) {
      return access.field()
          ? CodeBlock.of("value.$N = $L", access.member(), value)
          : CodeBlock.of("value.$N($L)", access.member(), value);
    }

    private void require(CodeBlock.Builder code) {
      for (Property property : model.arguments()) {
        if (property.required()) {
          code.beginControlFlow("if (!$L)", seen(property))
              .addStatement(
                  "throw in.error($S, position)", "Missing property " + property.jsonName())
              .endControlFlow();
        }
      }
    }
  }

  private String collection(UserType.CollectionOf type) {
    CodeBlock creation =
        type.creation().contains("noneOf")
            ? CodeBlock.of(type.creation(), type.implementation(), type.element().javaType())
            : CodeBlock.of(type.creation(), type.implementation());
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("if ($T.nextNoArray(in))", VALUES)
            .addStatement("return null")
            .endControlFlow()
            .addStatement("$T values = $L", type.made(), creation);
    fill(code, type.element());
    return method(
        "read" + names.of(type.made()), type.made(), code.addStatement("return values").build());
  }

  /** Adds each element to {@code values}; one that stands alone is an array of one. */
  private void fill(CodeBlock.Builder code, UserType element) {
    code.addStatement("boolean array = $T.beginArray(in)", VALUES)
        .beginControlFlow("while (array ? in.nextElement() : values.isEmpty())")
        .addStatement("values.add($L)", read(element))
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
    fill(code, type.element());
    return method(
        "read" + names.of(type.javaType()),
        type.javaType(),
        code.addStatement("return values.toArray(new $T[0])", element).build());
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
    if (type.key().isText()) {
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
        "read" + names.of(type.made()), type.made(), code.addStatement("return values").build());
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
      CodeBlock.Builder code = CodeBlock.builder().add("return switch (name) {\n$>");
      for (UserType.Constant constant : type.constants()) {
        List<CodeBlock> labels = new ArrayList<>();
        constant.names().forEach(each -> labels.add(CodeBlock.of("$S", each)));
        code.add(
            "case $L -> $T.$N;\n", CodeNames.commas(labels), type.javaType(), constant.field());
      }
      code.add("default -> null;\n$<};\n");
      methods.put(
          name,
          MethodSpec.methodBuilder(name)
              .addModifiers(names.modifiers())
              .returns(LookupClass.nullable(type.javaType()))
              .addParameter(String.class, "name")
              .addCode(code.build())
              .build());
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
