package dev.thaw.codec.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Finds Jackson's annotations at elements: those inside of annotations of the user's own ({@code
 * JacksonAnnotationsInside}) and, at methods and classes, those of what they override and extend.
 */
final class Annotations {
  static final String JSON_NAME = Api.PACKAGE + ".JsonName";
  static final String ISO_8601 = Api.PACKAGE + ".Iso8601";

  private static final String INSIDE = UnsupportedAnnotations.JACKSON + "JacksonAnnotationsInside";

  private final Elements elements;
  private final Types types;

  Annotations(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The annotations at one element, as far as they concern codecs. */
  List<Annotation> at(Element element) {
    List<Annotation> found = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      add(found, element, mirror, mirror, new LinkedHashSet<>());
    }
    return found;
  }

  private void add(
      List<Annotation> found,
      Element element,
      AnnotationMirror outer,
      AnnotationMirror mirror,
      Set<String> seen) {
    String name = Annotation.nameOf(mirror);
    if (name.equals(JSON_NAME)
        || name.equals(ISO_8601)
        || UnsupportedAnnotations.simpleName(name) != null) {
      Annotation annotation = Annotation.of(elements, element, mirror);
      found.add(
          new Annotation(
              new Rejection.Place(element, outer, null),
              name,
              annotation.values(),
              annotation.said()));
    } else if (seen.add(name) && !name.startsWith("java.")) {
      List<? extends AnnotationMirror> inside = Annotation.type(mirror).getAnnotationMirrors();
      if (inside.stream().anyMatch(each -> Annotation.nameOf(each).equals(INSIDE))) {
        for (AnnotationMirror each : inside) {
          if (!Annotation.nameOf(each).equals(INSIDE)) {
            add(found, element, outer, each, seen);
          }
        }
      }
    }
  }

  /** The first annotation of a name at the elements, those before hiding those behind. */
  @Nullable Annotation find(List<? extends Element> from, String name) {
    for (Element element : from) {
      for (Annotation each : at(element)) {
        if (name.equals(UnsupportedAnnotations.simpleName(each.name()))
            || name.equals(each.name())) {
          return each;
        }
      }
    }
    return null;
  }

  /**
   * An annotation that may stand at any of a property's members, and must say the same where it
   * stands at several.
   */
  @Nullable Annotation agreed(List<List<Element>> members, String name) throws Rejection {
    Annotation agreed = null;
    for (List<Element> member : members) {
      Annotation found = find(member, name);
      if (found != null && agreed != null && !found.said().equals(agreed.said())) {
        throw found.rejection("says something else at another member of the same property");
      }
      agreed = agreed == null ? found : agreed;
    }
    return agreed;
  }

  /** A class, its superclasses and interfaces, the nearest first. */
  List<TypeElement> hierarchy(TypeElement type) {
    Set<TypeElement> hierarchy = new LinkedHashSet<>();
    addHierarchy(hierarchy, type);
    return List.copyOf(hierarchy);
  }

  private void addHierarchy(Set<TypeElement> hierarchy, TypeElement type) {
    String name = type.getQualifiedName().toString();
    if (name.startsWith("java.") || !hierarchy.add(type)) {
      return;
    }
    for (TypeMirror each : types.directSupertypes(type.asType())) {
      addHierarchy(hierarchy, (TypeElement) ((DeclaredType) each).asElement());
    }
  }

  /** A method of a class and those it overrides, the nearest first. */
  List<Element> overridden(TypeElement owner, @Nullable ExecutableElement method) {
    List<Element> methods = new ArrayList<>();
    if (method == null) {
      return methods;
    }
    methods.add(method);
    for (TypeElement type : hierarchy(owner)) {
      for (ExecutableElement each : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if (!methods.contains(each)
            && each.getSimpleName().equals(method.getSimpleName())
            && elements.overrides(method, each, owner)) {
          methods.add(each);
        }
      }
    }
    return methods;
  }
}
