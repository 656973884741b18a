package dev.thaw.codec.processor;

import dev.thaw.codec.processor.PropertyAnnotations.Access;
import dev.thaw.codec.processor.PropertyAnnotations.Members;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads {@link PropertyAnnotations} from the members of a property. */
final class PropertyReader {
  /** A member that carries one of these is used even if it is not public. */
  private static final List<String> MAKES_EXPLICIT =
      List.of("JsonProperty", "JsonGetter", "JsonSetter", "JsonFormat", Annotations.JSON_NAME);

  private final Annotations annotations;

  PropertyReader(Annotations annotations) {
    this.annotations = annotations;
  }

  /**
   * Reads what a property's annotations say.
   *
   * @param owner the class whose property it is, which may inherit the members
   */
  PropertyAnnotations property(TypeElement owner, Members members) throws Rejection {
    List<List<Element>> found = new ArrayList<>();
    add(found, members.component());
    add(found, members.field());
    found.add(annotations.overridden(owner, members.getter()));
    add(found, members.parameter());
    found.add(annotations.overridden(owner, members.setter()));
    found.removeIf(List::isEmpty);
    return read(found);
  }

  /** The same for a constant of an enum: its name and aliases. */
  PropertyAnnotations constant(VariableElement constant) throws Rejection {
    return read(List.of(List.of(constant)));
  }

  private static void add(List<List<Element>> found, @Nullable Element element) {
    if (element != null) {
      found.add(List.of(element));
    }
  }

  private PropertyAnnotations read(List<List<Element>> members) throws Rejection {
    for (List<Element> member : members) {
      for (Element element : member) {
        for (Annotation annotation : annotations.at(element)) {
          UnsupportedAnnotations.check(annotation, false);
        }
      }
    }
    Set<Element> explicit = new LinkedHashSet<>();
    Set<Element> ignored = new LinkedHashSet<>();
    ignore(members, explicit, ignored);
    List<List<Element>> used =
        members.stream().filter(member -> !ignored.contains(member.getFirst())).toList();
    Annotation property = annotations.agreed(used, "JsonProperty");
    Annotation include = annotations.agreed(used, "JsonInclude");
    Annotation format = annotations.agreed(used, "JsonFormat");
    Annotation iso = annotations.agreed(used, Annotations.ISO_8601);
    if (format != null && iso != null) {
      throw iso.rejection("and @JsonFormat are two formats: leave one of them out");
    }
    Annotation aliases = annotations.agreed(used, "JsonAlias");
    return new PropertyAnnotations(
        name(used),
        access(property),
        property != null
            && (property.flag("required") || property.text("isRequired").equals("TRUE")),
        property == null ? -1 : property.number("index", -1),
        aliases == null ? List.of() : aliases.texts("value"),
        include == null ? null : Inclusion.of(include, "value"),
        include == null ? null : Inclusion.of(include, "content"),
        iso != null ? ValueFormat.iso(iso) : format == null ? null : ValueFormat.of(format),
        ignored,
        explicit);
  }

  /**
   * {@code @JsonIgnore} at one member is for the whole property, unless another member says by its
   * own annotation that it is wanted.
   */
  private void ignore(List<List<Element>> members, Set<Element> explicit, Set<Element> ignored) {
    for (List<Element> member : members) {
      for (String name : MAKES_EXPLICIT) {
        if (annotations.find(member, name) != null) {
          explicit.add(member.getFirst());
        }
      }
      Annotation ignore = annotations.find(member, "JsonIgnore");
      if (ignore != null && ignore.flag("value")) {
        ignored.add(member.getFirst());
      }
    }
    boolean wanted =
        explicit.stream().anyMatch(member -> !ignored.contains(member) && named(member));
    if (!ignored.isEmpty() && !wanted) {
      members.forEach(member -> ignored.add(member.getFirst()));
    }
    explicit.removeAll(ignored);
  }

  private boolean named(Element member) {
    return MAKES_EXPLICIT.stream()
        .anyMatch(name -> annotations.find(List.of(member), name) != null);
  }

  private @Nullable String name(List<List<Element>> members) throws Rejection {
    String name = null;
    for (String annotation : MAKES_EXPLICIT) {
      if (annotation.equals("JsonFormat")) {
        continue;
      }
      Annotation found = annotations.agreed(members, annotation);
      if (found == null) {
        continue;
      }
      if (annotation.equals("JsonSetter")
          && !(isDefault(found, "nulls") && isDefault(found, "contentNulls"))) {
        throw found.rejection("with nulls is not supported by a generated codec: leave it out");
      }
      String given = found.text("value");
      if (name != null && !given.isEmpty() && !given.equals(name)) {
        throw found.rejection("names the property " + given + ", and another annotation " + name);
      }
      name = given.isEmpty() ? name : given;
    }
    return name;
  }

  private static boolean isDefault(Annotation annotation, String member) {
    String value = annotation.text(member);
    return value.isEmpty() || value.equals("DEFAULT");
  }

  private static Access access(@Nullable Annotation property) {
    return switch (property == null ? "" : property.text("access")) {
      case "READ_ONLY" -> Access.WRITTEN_ONLY;
      case "WRITE_ONLY" -> Access.READ_ONLY;
      default -> Access.BOTH;
    };
  }
}
