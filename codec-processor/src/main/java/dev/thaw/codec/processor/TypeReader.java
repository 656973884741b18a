package dev.thaw.codec.processor;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads {@link TypeAnnotations} from a class and from what it extends. */
final class TypeReader {
  private final Annotations annotations;
  private final TypeIdsReader typeIds;

  TypeReader(Annotations annotations) {
    this.annotations = annotations;
    this.typeIds = new TypeIdsReader(annotations);
  }

  /** What the annotations of a class say; those at its members concern {@link PropertyReader}. */
  TypeAnnotations type(TypeElement type) throws Rejection {
    List<TypeElement> hierarchy = annotations.hierarchy(type);
    for (TypeElement each : hierarchy) {
      for (Annotation annotation : annotations.at(each)) {
        UnsupportedAnnotations.check(annotation, true);
      }
    }
    Annotation ignore = annotations.find(hierarchy, "JsonIgnoreProperties");
    Annotation include = annotations.find(hierarchy, "JsonInclude");
    Annotation naming = annotations.find(hierarchy, "JsonNaming");
    Annotation order = annotations.find(hierarchy, "JsonPropertyOrder");
    Set<String> ignored = ignore == null ? Set.of() : Set.copyOf(ignore.texts("value"));
    return new TypeAnnotations(
        ignore != null && ignore.flag("allowSetters") ? Set.of() : ignored,
        ignore != null && ignore.flag("allowGetters") ? Set.of() : ignored,
        include == null ? null : Inclusion.of(include, "value"),
        include == null ? null : Inclusion.of(include, "content"),
        naming == null ? null : Naming.of(naming),
        order == null ? List.of() : order.texts("value"),
        order != null && order.flag("alphabetic"),
        format(hierarchy, type),
        typeIds.read(type, hierarchy),
        creator(type),
        value(hierarchy));
  }

  /**
   * How JSON tells the class of a value, with all the classes that the type has in whose {@code
   * JsonTypeInfo} a class takes part: databind knows their names from there.
   */
  TypeIds family(TypeElement type) throws Rejection {
    TypeIds ids = null;
    for (TypeElement each : annotations.hierarchy(type)) {
      if (annotations.find(List.of(each), "JsonTypeInfo") != null) {
        ids = type(each).typeIds();
      }
    }
    if (ids == null) {
      throw new IllegalArgumentException(type + " has no @JsonTypeInfo");
    }
    return ids;
  }

  private @Nullable ValueFormat format(List<TypeElement> hierarchy, TypeElement type)
      throws Rejection {
    Annotation found = annotations.find(hierarchy, "JsonFormat");
    if (found == null) {
      return null;
    }
    ValueFormat format = ValueFormat.of(found);
    if (type.getKind() != ElementKind.ENUM
        && !Set.of("ANY", "OBJECT", "POJO").contains(format.shape())) {
      throw found.rejection(
          "with shape " + format.shape() + " is not supported at a class: its values are objects");
    }
    return format;
  }

  private @Nullable Creator creator(TypeElement type) throws Rejection {
    Creator creator = null;
    for (Element each : type.getEnclosedElements()) {
      Annotation annotation = annotations.find(List.of(each), "JsonCreator");
      if (annotation == null || annotation.text("mode").equals("DISABLED")) {
        continue;
      }
      if (!(each instanceof ExecutableElement method)
          || (each.getKind() != ElementKind.CONSTRUCTOR
              && !each.getModifiers().contains(Modifier.STATIC))) {
        throw annotation.rejection("belongs to a constructor or to a static method");
      }
      if (creator != null) {
        throw annotation.rejection("stands twice in " + type + ": a generated codec takes one");
      }
      if (method.getModifiers().contains(Modifier.PRIVATE)) {
        throw annotation.rejection(
            "is at a private member: a generated codec stands in the same package and needs at"
                + " least package access");
      }
      creator = new Creator(method, delegating(annotation, method));
    }
    return creator;
  }

  /**
   * Databind guesses the mode of a single parameter from whether the class file has its name, which
   * the source does not show.
   */
  private boolean delegating(Annotation annotation, ExecutableElement method) throws Rejection {
    String mode = annotation.text("mode");
    int parameters = method.getParameters().size();
    if (mode.equals("DELEGATING")) {
      if (parameters != 1) {
        throw annotation.rejection("with mode DELEGATING takes one parameter");
      }
      return true;
    }
    if (mode.equals("PROPERTIES") || parameters != 1) {
      return false;
    }
    VariableElement parameter = method.getParameters().getFirst();
    if (annotations.find(List.of(parameter), "JsonProperty") == null
        && annotations.find(List.of(parameter), Annotations.JSON_NAME) == null) {
      throw annotation.rejection(
          "with one parameter may mean its value or an object with one property: say mode ="
              + " DELEGATING or mode = PROPERTIES");
    }
    return false;
  }

  private @Nullable Element value(List<TypeElement> hierarchy) throws Rejection {
    Element value = null;
    for (TypeElement type : hierarchy) {
      for (Element each : type.getEnclosedElements()) {
        Annotation annotation = annotations.find(List.of(each), "JsonValue");
        if (annotation == null || each.getModifiers().contains(Modifier.STATIC)) {
          continue;
        }
        if (value != null && value.getSimpleName().equals(each.getSimpleName())) {
          continue; // overridden
        }
        if (!annotation.flag("value")) {
          continue;
        }
        if (value != null) {
          throw annotation.rejection("stands twice in " + hierarchy.getFirst());
        }
        if (each.getModifiers().contains(Modifier.PRIVATE)) {
          if (value == null && !hierarchy.getFirst().getKind().equals(ElementKind.RECORD)) {
            throw annotation.rejection(
                "is at a private member, which a generated codec cannot see");
          }
          continue;
        }
        value = each;
      }
    }
    return value;
  }
}
