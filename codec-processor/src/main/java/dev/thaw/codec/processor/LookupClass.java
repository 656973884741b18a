package dev.thaw.codec.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Map;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Writes the class that finds a codec by the name of its event's class, without reflection. */
final class LookupClass {
  private LookupClass() {}

  /**
   * @param simpleName the class's name
   * @param codecs codec classes by the binary names of their events
   */
  static TypeSpec write(String simpleName, Map<String, ClassName> codecs) {
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch (className) {\n$>");
    codecs.forEach((name, codec) -> cases.add("case $S -> new $T();\n", name, codec));
    cases.add("default -> null;\n$<};\n");
    return TypeSpec.classBuilder(simpleName)
        .addJavadoc("Finds the codec of an event's class.\n")
        .addAnnotation(generated())
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethod(
            MethodSpec.methodBuilder("find")
                .addJavadoc(
                    """
                    A new codec for a class.

                    @param className the name as {@link Class#getName()} gives it
                    @return null if there is none
                    """)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(nullable(codecOf(WildcardTypeName.subtypeOf(Object.class))))
                .addParameter(String.class, "className")
                .addCode(cases.build())
                .build())
        .build();
  }

  static AnnotationSpec generated() {
    return AnnotationSpec.builder(Generated.class)
        .addMember("value", "$S", CodecProcessor.class.getName())
        .build();
  }

  static TypeName codecOf(TypeName type) {
    return ParameterizedTypeName.get(Api.CODEC, type);
  }

  static TypeName nullable(TypeName type) {
    return type.annotated(AnnotationSpec.builder(Api.NULLABLE).build());
  }
}
