package dev.thaw.codec.processor;

import com.palantir.javapoet.CodeBlock;
import dev.thaw.codec.processor.UserModel.Access;
import dev.thaw.codec.processor.UserModel.Property;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the body of a method that reads an object. */
final class ObjectReader {
  private final UserReads reads;
  private final UserNames names;
  private final UserModel model;
  private final boolean bySetters;
  private final Map<Property, String> variables;

  ObjectReader(UserReads reads, UserNames names, UserModel model) {
    this.reads = reads;
    this.names = names;
    this.model = model;
    this.bySetters = model.arguments().isEmpty();
    this.variables = UserNames.variables(model.properties(), "in", "next", "value", "position");
  }

  CodeBlock code() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (!model.body()) {
      code.beginControlFlow("if ($T.nextNoObject(in))", UserReads.VALUES)
          .addStatement("return null")
          .endControlFlow();
    }
    if (model.arguments().stream().anyMatch(Property::required)) {
      code.addStatement("int position = in.position()");
    }
    code.addStatement("in.beginObject()");
    CodeBlock value = CodeBlock.of("$L($L)", model.creation(), CodeNames.commas(arguments()));
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
    return model.properties().stream().filter(each -> each.isSet(model.arguments())).toList();
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
            UserReads.absent(access.type()));
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
      if (access != null && !property.skipped()) {
        code.add("case $L -> $L", labels, store(property, access));
      }
    }
    code.addStatement("default -> in.skipValue()").endControlFlow().endControlFlow();
  }

  private CodeBlock store(Property property, Access access) {
    CodeBlock read = reads.read(access.type());
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
            .addStatement("throw in.error($S, position)", "Missing property " + property.jsonName())
            .endControlFlow();
      }
    }
  }
}
