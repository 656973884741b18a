package dev.thaw.codec.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.thaw.codec.processor.UserModel.Property;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Writes the codec of one user's type. The class is public even where the type is not, so that it
 * can be found by its name and made from another package; nothing else of it is.
 */
final class UserCodec {
  private final TypeElement root;
  private final TypeName type;
  private final ClassName self;
  private final UserModels models;
  private final UserNames names;
  private final UserReads reads;
  private final UserWrites writes;

  UserCodec(Elements elements, Types types, TypeElement root) {
    this.root = root;
    this.type = TypeName.get(root.asType());
    this.self = UserTypes.codec(elements, root);
    this.models = new UserModels(elements, types, root);
    this.names = new UserNames(!root.getTypeParameters().isEmpty());
    this.reads = new UserReads(names);
    this.writes = new UserWrites(names);
  }

  TypeSpec write() throws Rejection {
    TypeSpec.Builder codec =
        TypeSpec.classBuilder(self)
            .addJavadoc("Reads and writes {@link $T}.\n", ClassName.get(root))
            .addAnnotation(LookupClass.generated())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(LookupClass.codecOf(type));
    UserType rootType = models.root();
    for (UserClass each : models.all()) {
      if (each instanceof UserModel model) {
        codec.addField(constant(model));
      }
      reads.add(each);
      writes.add(each);
    }
    if (!models.warnings().isEmpty()) {
      AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
      models.warnings().forEach(each -> suppress.addMember("value", "$S", each));
      codec.addAnnotation(suppress.build());
    }
    names.formats().forEach(codec::addField);
    codec.addMethod(constructor(codec)).addMethod(read(rootType)).addMethod(write(rootType));
    reads.methods().forEach(codec::addMethod);
    writes.methods().forEach(codec::addMethod);
    return codec.build();
  }

  private FieldSpec constant(UserModel model) {
    List<CodeBlock> jsonNames = new ArrayList<>();
    for (Property property : model.properties()) {
      jsonNames.add(CodeBlock.of("$S", property.jsonName()));
    }
    for (Property property : model.properties()) {
      property.aliases().forEach(alias -> jsonNames.add(CodeBlock.of("$S", alias)));
    }
    return FieldSpec.builder(Api.JSON_NAMES, names.constant(model.javaType()))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.of($L)", Api.JSON_NAMES, CodeNames.commas(jsonNames))
        .build();
  }

  /** The public constructor, which takes a codec for each parameter of a generic type. */
  private MethodSpec constructor(TypeSpec.Builder codec) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addJavadoc("Makes it.\n");
    for (TypeParameterElement parameter : root.getTypeParameters()) {
      TypeVariableName variable = TypeVariableName.get(parameter);
      codec.addTypeVariable(variable);
      UserType.Variable found = new UserType.Variable(variable);
      TypeName codecType = LookupClass.codecOf(variable);
      codec.addField(codecType, found.field(), Modifier.PRIVATE, Modifier.FINAL);
      constructor
          .addParameter(codecType, found.field())
          .addStatement("this.$N = $N", found.field(), found.field());
    }
    return constructor.build();
  }

  private MethodSpec read(UserType rootType) {
    return MethodSpec.methodBuilder("read")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(LookupClass.nullable(type))
        .addParameter(Api.JSON_READER, "in")
        .beginControlFlow("try")
        .addStatement("return $L", reads.read(rootType))
        .nextControlFlow("catch ($T e)", RuntimeException.class)
        .addStatement("throw $T.refused(in, e)", UserReads.VALUES)
        .endControlFlow()
        .build();
  }

  private MethodSpec write(UserType rootType) {
    return MethodSpec.methodBuilder("write")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Api.JSON_WRITER, "out")
        .addParameter(LookupClass.nullable(type), "value")
        .addCode(writes.writeOrNull(rootType, CodeBlock.of("value")))
        .build();
  }
}
