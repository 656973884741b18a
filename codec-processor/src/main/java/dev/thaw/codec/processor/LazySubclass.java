package dev.thaw.codec.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.thaw.codec.processor.BeanModel.Construction;
import dev.thaw.codec.processor.BeanModel.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes a subclass of a bean whose Joda times are made when they are first read: the first
 * DateTime costs as much as the rest of a cold start, and most functions never look at it.
 */
final class LazySubclass {
  private LazySubclass() {}

  static String name(BeanModel bean, CodeNames names) {
    return "Lazy" + names.bean(bean.element());
  }

  static TypeSpec write(BeanModel bean, CodeNames names) {
    String name = name(bean, names);
    TypeSpec.Builder subclass =
        TypeSpec.classBuilder(name)
            .addJavadoc("Parses times when they are first read.\n")
            .addAnnotation(
                AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "serial")
                    .build())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .superclass(ClassName.get(bean.element()));
    if (bean.construction() instanceof Construction.BySetters) {
      for (Property property : bean.lazyProperties()) {
        subclass
            .addField(settable(property))
            .addMethod(settableGetter(bean, property))
            .addMethod(setter(property));
      }
      return subclass.build();
    }
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    List<CodeBlock> arguments = new ArrayList<>();
    CodeBlock.Builder assignments = CodeBlock.builder();
    if (bean.construction() instanceof Construction.ByConstructor(List<Property> parameters)) {
      Map<Property, String> variables = CodeNames.variables(parameters);
      for (Property parameter : parameters) {
        String variable = variables.get(parameter);
        if (parameter.read() instanceof ValueType.JodaType) {
          constructor.addParameter(LookupClass.nullable(Scalar.TEXT.type()), variable);
          arguments.add(CodeBlock.of("null"));
          assignments.addStatement("this.$N = $N", text(parameter), variable);
        } else if (parameter.read() != null) {
          constructor.addParameter(parameter.read().javaType(), variable);
          arguments.add(CodeBlock.of("$N", variable));
        }
      }
    }
    constructor.addStatement("super($L)", CodeNames.commas(arguments));
    constructor.addCode(assignments.build());
    for (Property property : bean.lazyProperties()) {
      subclass
          .addField(text(property))
          .addField(parsed(property))
          .addMethod(getter(bean, property));
    }
    return subclass.addMethod(constructor.build()).build();
  }

  private static MethodSpec getter(BeanModel bean, Property property) {
    FieldSpec parsed = parsed(property);
    return MethodSpec.methodBuilder(String.valueOf(property.getter()))
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(LookupClass.nullable(Api.JODA_DATE_TIME))
        .beginControlFlow("if ($N == null && $N != null)", parsed, text(property))
        .addStatement(
            "$N = $T.parse($N, $S)",
            parsed,
            Api.JODA_TIMES,
            text(property),
            bean.element().getSimpleName() + "." + property.jsonName())
        .endControlFlow()
        .addStatement("return $N", parsed)
        .build();
  }

  private static MethodSpec settableGetter(BeanModel bean, Property property) {
    return MethodSpec.methodBuilder(String.valueOf(property.getter()))
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(LookupClass.nullable(Api.JODA_DATE_TIME))
        .beginControlFlow("if ($N != null)", settable(property))
        .addStatement(
            "$N($T.parse($N, $S))",
            property.setter(),
            Api.JODA_TIMES,
            settable(property),
            bean.element().getSimpleName() + "." + property.jsonName())
        .endControlFlow()
        .addStatement("return super.$N()", property.getter())
        .build();
  }

  private static MethodSpec setter(Property property) {
    return MethodSpec.methodBuilder(String.valueOf(property.setter()))
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(LookupClass.nullable(Api.JODA_DATE_TIME), "time")
        .addStatement("$N = null", settable(property))
        .addStatement("super.$N(time)", property.setter())
        .build();
  }

  private static FieldSpec settable(Property property) {
    return FieldSpec.builder(
            LookupClass.nullable(Scalar.TEXT.type()), text(property).name(), Modifier.PRIVATE)
        .build();
  }

  static FieldSpec text(Property property) {
    return FieldSpec.builder(
            LookupClass.nullable(Scalar.TEXT.type()),
            property.name() + "Text",
            Modifier.PRIVATE,
            Modifier.FINAL)
        .build();
  }

  private static FieldSpec parsed(Property property) {
    return FieldSpec.builder(
            LookupClass.nullable(Api.JODA_DATE_TIME), property.name() + "Parsed", Modifier.PRIVATE)
        .build();
  }
}
