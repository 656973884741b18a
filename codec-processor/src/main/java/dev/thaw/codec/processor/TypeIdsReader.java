package dev.thaw.codec.processor;

import dev.thaw.codec.processor.TypeIds.As;
import dev.thaw.codec.processor.TypeIds.Subtype;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link TypeIds} from {@code @JsonTypeInfo}, {@code @JsonSubTypes} and
 * {@code @JsonTypeName}.
 */
final class TypeIdsReader {
  private final Annotations annotations;

  TypeIdsReader(Annotations annotations) {
    this.annotations = annotations;
  }

  @Nullable TypeIds read(TypeElement type, List<TypeElement> hierarchy) throws Rejection {
    Annotation info = annotations.find(hierarchy, "JsonTypeInfo");
    if (info == null || info.text("use").equals("NONE")) {
      return null;
    }
    String use = info.text("use");
    if (!use.equals("NAME") && !use.equals("SIMPLE_NAME")) {
      throw info.rejection(
          "with use = " + use + " is not supported by a generated codec: use names (Id.NAME)");
    }
    if (info.text("requireTypeIdForSubtypes").equals("FALSE")
        || info.text("writeTypeIdForDefaultImpl").equals("FALSE")) {
      throw info.rejection("that leaves out names is not supported by a generated codec");
    }
    TypeElement fallback = info.type("defaultImpl");
    String fallbackName = fallback == null ? "" : fallback.getQualifiedName().toString();
    boolean none = fallbackName.endsWith(".JsonTypeInfo"); // the annotation's own default
    boolean nothing = fallbackName.equals("java.lang.Void");
    String property = info.text("property");
    return new TypeIds(
        as(info),
        property.isEmpty() ? "@type" : property,
        info.flag("visible"),
        none || nothing ? null : fallback,
        nothing,
        subtypes(type, use.equals("SIMPLE_NAME")),
        info);
  }

  private static As as(Annotation info) throws Rejection {
    String include = info.text("include");
    for (As each : As.values()) {
      if (each.name().equals(include)) {
        return each;
      }
    }
    throw info.rejection("with include = " + include + " is not supported by a generated codec");
  }

  /** All classes that a value of {@code type} may have, itself among them. */
  private List<Subtype> subtypes(TypeElement type, boolean simple) {
    Map<TypeElement, Set<String>> names = new LinkedHashMap<>();
    collect(names, type, List.of());
    List<Subtype> subtypes = new ArrayList<>();
    for (Map.Entry<TypeElement, Set<String>> each : names.entrySet()) {
      if (each.getKey().getModifiers().contains(Modifier.ABSTRACT)) {
        continue;
      }
      Set<String> given = new LinkedHashSet<>(each.getValue());
      Annotation name = annotations.find(List.of(each.getKey()), "JsonTypeName");
      if (given.isEmpty() && name != null && !name.text("value").isEmpty()) {
        given.add(name.text("value"));
      }
      if (given.isEmpty()) {
        given.add(simple ? each.getKey().getSimpleName().toString() : nested(each.getKey()));
      }
      subtypes.add(new Subtype(each.getKey(), List.copyOf(given)));
    }
    return subtypes;
  }

  private void collect(Map<TypeElement, Set<String>> names, TypeElement type, List<String> given) {
    boolean known = names.containsKey(type);
    names.computeIfAbsent(type, key -> new LinkedHashSet<>()).addAll(given);
    if (known) {
      return;
    }
    Annotation listed = annotations.find(List.of(type), "JsonSubTypes");
    if (listed == null) {
      for (TypeMirror each : type.getPermittedSubclasses()) {
        collect(names, (TypeElement) ((DeclaredType) each).asElement(), List.of());
      }
      return;
    }
    for (Annotation each : listed.annotations("value")) {
      TypeElement subtype = each.type("value");
      if (subtype != null) {
        Set<String> all = new LinkedHashSet<>();
        if (!each.text("name").isEmpty()) {
          all.add(each.text("name"));
        }
        all.addAll(each.texts("names"));
        collect(names, subtype, List.copyOf(all));
      }
    }
  }

  /** A class without a name is called by its binary name without the package. */
  private static String nested(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement outer
        ? nested(outer) + "$" + type.getSimpleName()
        : type.getSimpleName().toString();
  }
}
