package dev.thaw.codec.processor;

import dev.thaw.codec.processor.PropertyAnnotations.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The members of a user's class by property, in databind's order: what the constructor takes, then
 * fields, those of a superclass first, then methods.
 */
final class UserMembers {
  private final Map<String, Found> properties = new LinkedHashMap<>();

  private UserMembers() {}

  /** The members of one property. */
  static final class Found {
    private @Nullable Element component;
    private @Nullable VariableElement field;
    private @Nullable VariableElement parameter;
    private @Nullable ExecutableElement getter;
    private final List<ExecutableElement> setters = new ArrayList<>();

    /** Among overloads the setter that takes what the getter gives, else the first. */
    private @Nullable ExecutableElement setter() {
      for (ExecutableElement setter : setters) {
        if (getter != null
            && setter
                .getParameters()
                .getFirst()
                .asType()
                .toString()
                .equals(getter.getReturnType().toString())) {
          return setter;
        }
      }
      return setters.isEmpty() ? null : setters.getFirst();
    }

    Members members() {
      return new Members(getter, field, parameter, setter(), component);
    }

    /** Adds each of them to a set. */
    void addTo(Set<Element> elements) {
      elements.addAll(setters);
      setters.forEach(setter -> elements.addAll(setter.getParameters()));
      for (Element each : new Element[] {component, field, parameter, getter}) {
        if (each != null) {
          elements.add(each);
        }
      }
    }

    /** Whether both have a member of the same kind, so that they are two properties. */
    private boolean overlaps(Found other) {
      return (parameter != null && other.parameter != null)
          || (getter != null && other.getter != null);
    }

    /** Takes what another has and this has not. */
    private void merge(Found other) {
      component = component == null ? other.component : component;
      field = field == null ? other.field : field;
      parameter = parameter == null ? other.parameter : parameter;
      getter = getter == null ? other.getter : getter;
      setters.addAll(other.setters);
    }
  }

  /**
   * Finds them by the properties' names in Java.
   *
   * @param parameters of the constructor; empty if it takes none
   */
  static Map<String, Found> of(
      Annotations annotations,
      PropertyReader reader,
      TypeElement element,
      List<? extends VariableElement> parameters)
      throws Rejection {
    UserMembers members = new UserMembers();
    List<? extends RecordComponentElement> components = element.getRecordComponents();
    boolean canonical = components.size() == parameters.size();
    for (int i = 0; i < parameters.size(); i++) {
      // class files may lack the names of parameters, but not those of components
      Element named = canonical ? components.get(i) : parameters.get(i);
      members.found(named.getSimpleName().toString()).parameter = parameters.get(i);
    }
    for (RecordComponentElement component : components) {
      Found found = members.found(component.getSimpleName().toString());
      found.component = component;
      found.getter = component.getAccessor();
    }
    List<TypeElement> hierarchy = annotations.hierarchy(element);
    for (TypeElement each : hierarchy.reversed()) {
      members.addFields(each);
    }
    for (TypeElement each : hierarchy) {
      members.addMethods(each);
    }
    members.merge(reader, element);
    return members.properties;
  }

  /** Members that annotations call by another property's name belong to that property. */
  private void merge(PropertyReader reader, TypeElement element) throws Rejection {
    for (String name : List.copyOf(properties.keySet())) {
      Found found = found(name);
      String given = reader.property(element, found.members()).name();
      if (given != null && !given.equals(name) && properties.containsKey(given)) {
        Found other = found(given);
        String own = reader.property(element, other.members()).name();
        if ((own == null || own.equals(given)) && !other.overlaps(found)) {
          other.merge(found);
          properties.remove(name);
        }
      }
    }
  }

  private Found found(String name) {
    return properties.computeIfAbsent(name, key -> new Found());
  }

  private void addFields(TypeElement type) {
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (!field.getModifiers().contains(Modifier.STATIC)
          && !field.getModifiers().contains(Modifier.TRANSIENT)
          && field.getKind() == ElementKind.FIELD) {
        found(field.getSimpleName().toString()).field = field;
      }
    }
  }

  private void addMethods(TypeElement type) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      String name = method.getSimpleName().toString();
      if (method.getModifiers().contains(Modifier.STATIC)) {
        continue;
      }
      if (isGetter(method, name, "get") || isGetter(method, name, "is")) {
        Found found = found(property(name, name.startsWith("get") ? 3 : 2));
        boolean better =
            found.getter == null
                || (name.startsWith("get")
                    && found.getter.getSimpleName().toString().startsWith("is"));
        found.getter = better ? method : found.getter;
      } else if (method.getParameters().size() == 1 && begins(name, "set")) {
        found(property(name, 3)).setters.add(method);
      }
    }
  }

  private static boolean isGetter(ExecutableElement method, String name, String prefix) {
    if (!begins(name, prefix) || !method.getParameters().isEmpty() || name.equals("getClass")) {
      return false;
    }
    TypeKind kind = method.getReturnType().getKind();
    return prefix.equals("get")
        ? kind != TypeKind.VOID
        : kind == TypeKind.BOOLEAN
            || method.getReturnType().toString().endsWith("java.lang.Boolean");
  }

  private static boolean begins(String name, String prefix) {
    return name.startsWith(prefix)
        && name.length() > prefix.length()
        && Character.isUpperCase(name.charAt(prefix.length()));
  }

  private static String property(String method, int prefix) {
    return BeanProperties.decapitalize(method.substring(prefix));
  }
}
