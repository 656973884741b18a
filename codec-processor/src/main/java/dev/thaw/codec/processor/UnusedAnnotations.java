package dev.thaw.codec.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Refuses annotations at members that no property has: there they would have no effect. */
final class UnusedAnnotations {
  /** These have their effect, or their lack of it, without a property. */
  private static final Set<String> ALONE =
      Set.of("JsonIgnore", "JsonCreator", "JsonValue", "JsonPropertyDescription");

  private UnusedAnnotations() {}

  /**
   * Looks through the members of a class and of what it extends.
   *
   * @param used every member that is part of a property, be it read, written or ignored
   */
  static void check(Annotations annotations, TypeElement type, Set<? extends Element> used)
      throws Rejection {
    for (TypeElement each : annotations.hierarchy(type)) {
      for (Element member : members(each)) {
        if (used.contains(member) || isOverridden(annotations, type, member, used)) {
          continue;
        }
        for (Annotation annotation : annotations.at(member)) {
          UnsupportedAnnotations.check(annotation, false);
          String name = UnsupportedAnnotations.simpleName(annotation.name());
          if (name == null || !ALONE.contains(name)) {
            throw annotation.rejection(
                "at "
                    + member
                    + " has no effect: it is no part of a property of "
                    + type
                    + " that a codec can read or write; it needs a getter, a setter, a field or a"
                    + " constructor's parameter that is not private");
          }
        }
      }
    }
  }

  private static List<Element> members(TypeElement type) {
    List<Element> members = new ArrayList<>();
    for (Element each : type.getEnclosedElements()) {
      if (each instanceof TypeElement) {
        continue;
      }
      members.add(each);
      if (each instanceof ExecutableElement method) {
        members.addAll(method.getParameters());
      }
    }
    return members;
  }

  private static boolean isOverridden(
      Annotations annotations, TypeElement type, Element member, Set<? extends Element> used) {
    for (Element each : used) {
      if (each instanceof ExecutableElement method
          && annotations.overridden(type, method).contains(member)) {
        return true;
      }
    }
    return false;
  }
}
