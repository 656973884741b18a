package dev.thaw.codec.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.thaw.codec.processor.BeanModel.Property;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the codec class of one event: a constant with the names of each bean's properties, and for
 * each bean, list, map and enum a static method that reads it and one that writes it.
 */
final class CodecClass {
  private final CodecPlan plan;
  private final TypeModels models;
  private final Import event;
  private final ClassName self;

  CodecClass(CodecPlan plan, TypeModels models, Import event) {
    this.plan = plan;
    this.models = models;
    this.event = event;
    this.self = plan.codec(event.type());
  }

  TypeSpec write() throws Rejection {
    ClassName type = ClassName.get(event.type());
    CodeNames names = new CodeNames(plan, self);
    ReadMethods read = new ReadMethods(models, names, event.place());
    WriteMethods write = new WriteMethods(names);
    for (BeanModel bean : plan.beans(self)) {
      read.addBean(bean);
      write.addBean(bean);
    }
    TypeSpec.Builder codec =
        TypeSpec.classBuilder(self)
            .addJavadoc("Reads and writes {@link $T}.\n", type)
            .addAnnotation(LookupClass.generated())
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(LookupClass.codecOf(type));
    if (event.type().getAnnotation(Deprecated.class) != null) {
      codec.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "deprecation")
              .build());
    }
    for (BeanModel bean : plan.beans(self)) {
      codec.addField(names(names, bean));
    }
    codec.addMethod(readEvent(type, names)).addMethod(writeEvent(type, names));
    read.methods().forEach(codec::addMethod);
    write.methods().forEach(codec::addMethod);
    for (BeanModel bean : plan.beans(self)) {
      if (!bean.lazyProperties().isEmpty()) {
        codec.addType(LazySubclass.write(bean, names));
      }
    }
    return codec.build();
  }

  private static FieldSpec names(CodeNames names, BeanModel bean) {
    CodeBlock jsonNames =
        Stream.concat(
                bean.properties().stream().map(Property::jsonName),
                bean.properties().stream().flatMap(property -> property.aliases().stream()))
            .map(name -> CodeBlock.of("$S", name))
            .collect(Collectors.collectingAndThen(Collectors.toList(), CodeNames::commas));
    return FieldSpec.builder(Api.JSON_NAMES, names.constant(bean.element()))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.of($L)", Api.JSON_NAMES, jsonNames)
        .build();
  }

  private MethodSpec readEvent(ClassName type, CodeNames names) {
    return MethodSpec.methodBuilder("read")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(LookupClass.nullable(type))
        .addParameter(Api.JSON_READER, "in")
        .addStatement("return $L(in)", names.method("read", event.type()))
        .build();
  }

  private MethodSpec writeEvent(ClassName type, CodeNames names) {
    return MethodSpec.methodBuilder("write")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Api.JSON_WRITER, "out")
        .addParameter(LookupClass.nullable(type), "value")
        .beginControlFlow("if (value == null)")
        .addStatement("out.nullValue()")
        .nextControlFlow("else")
        .addStatement("$L(out, value)", names.method("write", event.type()))
        .endControlFlow()
        .build();
  }
}
