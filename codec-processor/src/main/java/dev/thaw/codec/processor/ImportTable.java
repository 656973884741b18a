package dev.thaw.codec.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads the annotations of a class that lists other classes: {@code @ImportCodec},
 * {@code @ImportType} and {@code @CodecLookup}.
 *
 * @param element the class that carries the annotations
 * @param imports what it says of each class, in its order
 * @param lookup the simple name of the class that finds a codec by its event's name; null for none
 * @param tables other classes like this one, whose codecs the lookup finds too
 */
record ImportTable(
    TypeElement element, List<Import> imports, @Nullable String lookup, List<TypeElement> tables) {
  static final String IMPORT_CODEC = Api.PACKAGE + ".ImportCodec";
  static final String IMPORT_TYPE = Api.PACKAGE + ".ImportType";
  static final String CODEC_LOOKUP = Api.PACKAGE + ".CodecLookup";

  /** Repeated annotations arrive inside of one of these. */
  static final String IMPORT_CODECS = IMPORT_CODEC + ".Several";

  static final String IMPORT_TYPES = IMPORT_TYPE + ".Several";

  static ImportTable of(TypeElement element) throws Rejection {
    List<Import> imports = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    String lookup = null;
    List<TypeElement> tables = new ArrayList<>();
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      switch (nameOf(annotation)) {
        case IMPORT_CODEC, IMPORT_TYPE -> add(imports, seen, element, annotation);
        case IMPORT_CODECS, IMPORT_TYPES -> {
          for (AnnotationValue each : list(annotation, "value")) {
            add(imports, seen, element, (AnnotationMirror) each.getValue());
          }
        }
        case CODEC_LOOKUP -> {
          lookup = text(annotation, "value");
          for (AnnotationValue each : list(annotation, "tables")) {
            tables.add((TypeElement) ((DeclaredType) each.getValue()).asElement());
          }
        }
        default -> {}
      }
    }
    return new ImportTable(element, imports, lookup, tables);
  }

  private static void add(
      List<Import> imports, Set<String> seen, TypeElement element, AnnotationMirror annotation)
      throws Rejection {
    Import entry = read(element, annotation);
    if (!seen.add(entry.type().getQualifiedName().toString())) {
      throw new Rejection(entry.place(), entry.type() + " is listed twice");
    }
    imports.add(entry);
  }

  private static Import read(TypeElement element, AnnotationMirror annotation) throws Rejection {
    AnnotationValue type = value(annotation, "value");
    Rejection.Place place = new Rejection.Place(element, annotation, type);
    if (type == null
        || !(type.getValue() instanceof TypeMirror mirror)
        || mirror.getKind() != TypeKind.DECLARED) {
      throw new Rejection(place, "Name a class");
    }
    Map<String, Rejection.Place> places = new HashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, List<String>> aliases = new LinkedHashMap<>();
    for (AnnotationValue rename : list(annotation, "rename")) {
      AnnotationMirror pair = (AnnotationMirror) rename.getValue();
      String property = text(pair, "property");
      names.put(property, text(pair, "json"));
      aliases.put(
          property, list(pair, "alias").stream().map(each -> "" + each.getValue()).toList());
      places.put(property, new Rejection.Place(element, annotation, rename));
    }
    return new Import(
        (TypeElement) ((DeclaredType) mirror).asElement(),
        nameOf(annotation).equals(IMPORT_CODEC),
        names,
        aliases,
        Boolean.TRUE.equals(valueOf(annotation, "capitalized")),
        valueOf(annotation, "by") instanceof DeclaredType by
            ? ClassName.get((TypeElement) by.asElement())
            : null,
        new LinkedHashSet<>(texts(element, annotation, "ignore", places)),
        texts(element, annotation, "constructor", places),
        Boolean.TRUE.equals(valueOf(annotation, "emptyWhenAbsent")),
        place,
        places);
  }

  private static List<String> texts(
      TypeElement element,
      AnnotationMirror annotation,
      String member,
      Map<String, Rejection.Place> places) {
    List<String> texts = new ArrayList<>();
    for (AnnotationValue each : list(annotation, member)) {
      String text = String.valueOf(each.getValue());
      texts.add(text);
      places.putIfAbsent(text, new Rejection.Place(element, annotation, each));
    }
    return texts;
  }

  private static String nameOf(AnnotationMirror annotation) {
    return ((TypeElement) annotation.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  private static String text(AnnotationMirror annotation, String member) {
    return String.valueOf(valueOf(annotation, member));
  }

  private static List<AnnotationValue> list(AnnotationMirror annotation, String member) {
    List<AnnotationValue> values = new ArrayList<>();
    if (valueOf(annotation, member) instanceof List<?> list) {
      list.forEach(each -> values.add((AnnotationValue) each));
    }
    return values;
  }

  private static @Nullable Object valueOf(AnnotationMirror annotation, String member) {
    AnnotationValue value = value(annotation, member);
    return value == null ? null : value.getValue();
  }

  private static @Nullable AnnotationValue value(AnnotationMirror annotation, String member) {
    for (var entry : annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return entry.getValue();
      }
    }
    return null;
  }
}
