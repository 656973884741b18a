package dev.thaw.codec.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the bodies of the methods that read and write a type of which the JSON tells the class.
 */
final class FamilyMethods {
  private static final ClassName TYPE_NAMES = Api.helper("UserTypeNames");

  private final UserNames names;
  private final UserFamily family;

  FamilyMethods(UserNames names, UserFamily family) {
    this.names = names;
    this.family = family;
  }

  CodeBlock read() {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("if ($T.nextNoArray(in))", UserReads.VALUES)
            .addStatement("return null")
            .endControlFlow()
            .addStatement("int position = in.position()");
    switch (family.ids().as()) {
      case PROPERTY, EXISTING_PROPERTY ->
          choose(
              code,
              CodeBlock.of("$T.ahead(in, $S)", TYPE_NAMES, family.ids().property()),
              CodeBlock.of("return "));
      case WRAPPER_OBJECT -> {
        code.addStatement("in.beginObject()");
        wrapped(code, CodeBlock.of("in.nextName()"), CodeBlock.of("in.nextName() != null"));
      }
      case WRAPPER_ARRAY ->
          wrapped(
              code, CodeBlock.of("$T.inArray(in)", TYPE_NAMES), CodeBlock.of("in.nextElement()"));
    }
    return code.build();
  }

  private void wrapped(CodeBlock.Builder code, CodeBlock name, CodeBlock more) {
    choose(code, name, CodeBlock.of("$T value = ", family.javaType()));
    code.beginControlFlow("if ($L)", more)
        .addStatement("throw in.error($S, position)", "Expected one value behind its type's name")
        .endControlFlow()
        .addStatement("return value");
  }

  private void choose(CodeBlock.Builder code, CodeBlock name, CodeBlock result) {
    code.addStatement("$T type = $L", String.class, name);
    code.add(result).add("switch (type == null ? \"\" : type) {\n$>");
    for (UserFamily.Member member : family.members()) {
      List<CodeBlock> labels =
          member.names().stream().map(each -> CodeBlock.of("$S", each)).toList();
      code.add(
          "case $L -> $L;\n",
          CodeNames.commas(labels),
          CodeBlock.of("$L(in)", body(member.javaType())));
    }
    TypeName fallback = family.fallback();
    if (fallback != null) {
      code.add("default -> $L(in);\n", body(fallback));
    } else if (family.ids().nullForUnknown()) {
      code.add("default -> {\n$>in.skipValue();\nyield null;\n$<}\n");
    } else {
      code.add("default -> throw $T.unknown(in, position, type, $S);\n", TYPE_NAMES, known());
    }
    code.add("$<};\n");
  }

  private String body(TypeName type) {
    return "read" + names.body(type);
  }

  private String known() {
    List<String> known = new ArrayList<>();
    family.members().forEach(member -> known.addAll(member.names()));
    String place = family.isProperty() ? "in " + family.ids().property() + " " : "";
    return place + known.stream().sorted().collect(Collectors.joining(", ", "one of ", ""));
  }

  CodeBlock write() {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean only =
        family.members().size() == 1
            && family.members().getFirst().javaType().equals(family.javaType());
    if (only) {
      return member(family.members().getFirst(), "value");
    }
    boolean first = true;
    for (UserFamily.Member member : family.members()) {
      String condition = "if (value instanceof $T as" + names.of(member.javaType()) + ")";
      if (first) {
        code.beginControlFlow(condition, member.javaType());
      } else {
        code.nextControlFlow("else " + condition, member.javaType());
      }
      first = false;
      code.add(member(member, "as" + names.of(member.javaType())));
    }
    return code.nextControlFlow("else")
        .addStatement("throw $T.unknown(value.getClass())", TYPE_NAMES)
        .endControlFlow()
        .build();
  }

  private CodeBlock member(UserFamily.Member member, String value) {
    String name = member.names().getFirst();
    CodeBlock body = CodeBlock.of("write$L(out, $N)", names.body(member.javaType()), value);
    CodeBlock.Builder code = CodeBlock.builder();
    switch (family.ids().as()) {
      case PROPERTY ->
          code.addStatement("out.beginObject()")
              .addStatement("out.name($S)", family.ids().property())
              .addStatement("out.value($S)", name)
              .addStatement("$L", body)
              .addStatement("out.endObject()");
      case EXISTING_PROPERTY ->
          code.addStatement("out.beginObject()")
              .addStatement("$L", body)
              .addStatement("out.endObject()");
      case WRAPPER_OBJECT ->
          code.addStatement("out.beginObject()")
              .addStatement("out.name($S)", name)
              .addStatement("out.beginObject()")
              .addStatement("$L", body)
              .addStatement("out.endObject()")
              .addStatement("out.endObject()");
      case WRAPPER_ARRAY ->
          code.addStatement("out.beginArray()")
              .addStatement("out.value($S)", name)
              .addStatement("out.beginObject()")
              .addStatement("$L", body)
              .addStatement("out.endObject()")
              .addStatement("out.endArray()");
    }
    return code.build();
  }

  static @Nullable String skippedProperty(@Nullable TypeIds ids) {
    return ids == null || ids.visible() ? null : ids.property();
  }
}
