package dev.thaw.codec.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * An annotation at an element, read by names: the processor has none of the annotations' classes.
 * What the source leaves out has the annotation's own default; what this version of the annotation
 * does not have is null, false or empty.
 *
 * @param place where it stands
 * @param name its class
 * @param values its members, defaults among them
 * @param said the members that the source gives, as text
 */
record Annotation(Rejection.Place place, String name, Map<String, Object> values, String said) {

  static Annotation of(Elements elements, Element element, AnnotationMirror mirror) {
    return of(elements, new Rejection.Place(element, mirror, null), mirror);
  }

  private static Annotation of(Elements elements, Rejection.Place place, AnnotationMirror mirror) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> value :
        elements.getElementValuesWithDefaults(mirror).entrySet()) {
      values.put(
          value.getKey().getSimpleName().toString(), plain(elements, place, value.getValue()));
    }
    return new Annotation(place, nameOf(mirror), values, mirror.getElementValues().toString());
  }

  private static Object plain(Elements elements, Rejection.Place place, AnnotationValue value) {
    Object plain = value.getValue();
    if (plain instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(each -> items.add(plain(elements, place, (AnnotationValue) each)));
      return items;
    }
    if (plain instanceof AnnotationMirror inner) {
      return of(elements, place, inner);
    }
    return plain instanceof VariableElement constant ? constant.getSimpleName().toString() : plain;
  }

  static String nameOf(AnnotationMirror mirror) {
    return type(mirror).getQualifiedName().toString();
  }

  static TypeElement type(AnnotationMirror mirror) {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  /** Its class's name as it is written in source. */
  String written() {
    return "@" + name.substring(name.lastIndexOf('.') + 1);
  }

  /** A text, or the name of an enum's constant; empty if there is no such member. */
  String text(String member) {
    Object value = values.get(member);
    return value == null ? "" : value.toString();
  }

  boolean flag(String member) {
    return Boolean.TRUE.equals(values.get(member));
  }

  int number(String member, int otherwise) {
    return values.get(member) instanceof Integer number ? number : otherwise;
  }

  List<String> texts(String member) {
    return list(member).stream().map(Object::toString).toList();
  }

  /** Annotations inside of this one. */
  List<Annotation> annotations(String member) {
    return list(member).stream().map(Annotation.class::cast).toList();
  }

  private List<?> list(String member) {
    return values.get(member) instanceof List<?> list ? list : List.of();
  }

  /** A class; null for a primitive type or if there is no such member. */
  @Nullable TypeElement type(String member) {
    return values.get(member) instanceof TypeMirror type && type.getKind() == TypeKind.DECLARED
        ? (TypeElement) ((DeclaredType) type).asElement()
        : null;
  }

  Rejection rejection(String message) {
    return new Rejection(place, written() + " " + message);
  }
}
