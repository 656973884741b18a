package dev.thaw.codec.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The annotation processor. */
public final class CodecProcessor extends AbstractProcessor {
  private static final Set<String> AT_TABLES =
      Set.of(
          ImportTable.IMPORT_CODEC,
          ImportTable.IMPORT_CODECS,
          ImportTable.IMPORT_TYPE,
          ImportTable.IMPORT_TYPES,
          ImportTable.CODEC_LOOKUP);

  /** Claimed too, since javac warns of what nobody claims: the last is at what is generated. */
  private static final Set<String> AT_OTHERS =
      Set.of(
          UserTypes.GENERATE,
          Annotations.JSON_NAME,
          Annotations.ISO_8601,
          Generated.class.getCanonicalName());

  /** Called by the compiler. */
  public CodecProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    Set<String> all = new LinkedHashSet<>(AT_TABLES);
    all.addAll(AT_OTHERS);
    return all;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // they concern no other processor
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> tables = new LinkedHashSet<>();
    for (TypeElement annotation : annotations) {
      String name = annotation.getQualifiedName().toString();
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof TypeElement type) {
          if (AT_TABLES.contains(name)) {
            tables.add(type);
          } else if (name.equals(UserTypes.GENERATE)) {
            write(type);
          }
        }
      }
    }
    for (TypeElement element : tables) {
      try {
        write(ImportTable.of(element));
      } catch (Rejection rejection) {
        rejection.report(processingEnv.getMessager());
      }
    }
    return true;
  }

  private void write(TypeElement type) {
    Elements elements = processingEnv.getElementUtils();
    try {
      TypeSpec codec = new UserCodec(elements, processingEnv.getTypeUtils(), type).write();
      file(type, elements.getPackageOf(type).getQualifiedName().toString(), codec);
    } catch (Rejection rejection) {
      rejection.report(processingEnv.getMessager());
    }
  }

  private void write(ImportTable table) throws Rejection {
    String packageName =
        processingEnv.getElementUtils().getPackageOf(table.element()).getQualifiedName().toString();
    TypeModels models = new TypeModels(processingEnv.getTypeUtils(), table.imports());
    CodecPlan plan = CodecPlan.of(table, models, packageName);
    for (Import entry : table.imports()) {
      if (entry.codec() && entry.by() == null) {
        file(table.element(), packageName, new CodecClass(plan, models, entry).write());
      }
    }
    if (table.lookup() != null) {
      Map<String, ClassName> codecs = new LinkedHashMap<>();
      addTo(codecs, table, packageName);
      for (TypeElement other : table.tables()) {
        addTo(codecs, ImportTable.of(other), packageName);
      }
      file(table.element(), packageName, LookupClass.write(table.lookup(), codecs));
    }
  }

  private void addTo(Map<String, ClassName> codecs, ImportTable table, String packageName) {
    for (Import entry : table.imports()) {
      if (entry.codec()) {
        codecs.put(
            processingEnv.getElementUtils().getBinaryName(entry.type()).toString(),
            entry.by() == null ? CodecPlan.codec(packageName, entry.type()) : entry.by());
      }
    }
  }

  private void file(TypeElement origin, String packageName, TypeSpec type) throws Rejection {
    TypeSpec owned = type.toBuilder().addOriginatingElement(origin).build();
    try {
      JavaFile.builder(packageName, owned)
          .skipJavaLangImports(true)
          .build()
          .writeTo(processingEnv.getFiler());
    } catch (IOException e) {
      throw new Rejection(
          new Rejection.Place(origin, null, null),
          "Cannot write " + type.name() + ": " + e.getMessage());
    }
  }
}
