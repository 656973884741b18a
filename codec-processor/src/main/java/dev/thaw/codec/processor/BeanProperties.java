package dev.thaw.codec.processor;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds the getters and setters of a class and of its superclasses. */
final class BeanProperties {
  private BeanProperties() {}

  /**
   * The accessors of one property.
   *
   * @param getter null if there is none
   * @param setters all methods of the setter's name with one parameter
   */
  record Accessors(@Nullable ExecutableElement getter, List<ExecutableElement> setters) {
    private Accessors withGetter(ExecutableElement method) {
      // isX beside getX: Jackson prefers get
      boolean better = getter == null || method.getSimpleName().toString().startsWith("get");
      return better ? new Accessors(method, setters) : this;
    }
  }

  /** The accessors by property, a superclass's first. */
  static Map<String, Accessors> of(TypeElement element) {
    Map<String, Accessors> properties = new LinkedHashMap<>();
    for (TypeElement each : hierarchy(element)) {
      for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
        if (method.getModifiers().contains(Modifier.PUBLIC)
            && !method.getModifiers().contains(Modifier.STATIC)) {
          add(properties, method);
        }
      }
    }
    return properties;
  }

  private static List<TypeElement> hierarchy(TypeElement element) {
    List<TypeElement> hierarchy = new ArrayList<>();
    Element each = element;
    while (each instanceof TypeElement type
        && !type.getQualifiedName().contentEquals("java.lang.Object")) {
      hierarchy.addFirst(type);
      TypeMirror superclass = type.getSuperclass();
      each = superclass instanceof DeclaredType declared ? declared.asElement() : null;
    }
    return hierarchy;
  }

  private static void add(Map<String, Accessors> properties, ExecutableElement method) {
    String name = method.getSimpleName().toString();
    int parameters = method.getParameters().size();
    if (parameters == 0 && isGetter(method, name)) {
      String property = decapitalize(name.substring(name.startsWith("is") ? 2 : 3));
      accessors(properties, property);
      properties.computeIfPresent(property, (key, found) -> found.withGetter(method));
    } else if (parameters == 1 && name.startsWith("set") && name.length() > 3) {
      accessors(properties, decapitalize(name.substring(3))).setters().add(method);
    }
  }

  private static Accessors accessors(Map<String, Accessors> properties, String property) {
    return properties.computeIfAbsent(property, key -> new Accessors(null, new ArrayList<>()));
  }

  private static boolean isGetter(ExecutableElement method, String name) {
    TypeMirror type = method.getReturnType();
    if (name.startsWith("get") && name.length() > 3) {
      return type.getKind() != TypeKind.VOID && !name.equals("getClass");
    }
    return name.startsWith("is")
        && name.length() > 2
        && TypeName.get(type).box().equals(TypeName.BOOLEAN.box());
  }

  /**
   * The property's name as java.beans makes it, and AWS's mapper, which sets USE_STD_BEAN_NAMING: a
   * name that begins with two capitals stays, as in getSS.
   */
  static String decapitalize(String name) {
    if (name.length() > 1
        && Character.isUpperCase(name.charAt(0))
        && Character.isUpperCase(name.charAt(1))) {
      return name;
    }
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
