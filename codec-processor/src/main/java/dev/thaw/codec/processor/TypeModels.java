package dev.thaw.codec.processor;

import com.palantir.javapoet.TypeName;
import dev.thaw.codec.processor.BeanModel.Construction;
import dev.thaw.codec.processor.BeanModel.Property;
import dev.thaw.codec.processor.BeanProperties.Accessors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Makes the models of classes, each once. */
final class TypeModels {
  private final Types types;
  private final Map<TypeElement, Import> imports = new HashMap<>();
  private final Map<TypeElement, BeanModel> models = new HashMap<>();

  TypeModels(Types types, List<Import> imports) {
    this.types = types;
    imports.forEach(entry -> this.imports.put(entry.type(), entry));
  }

  /**
   * The model of a class.
   *
   * @param place where to complain if the class has no entry of its own in the table
   */
  BeanModel bean(TypeElement element, Rejection.Place place) throws Rejection {
    BeanModel model = models.get(element);
    if (model == null) {
      model = make(element, imports.get(element), place);
      models.put(element, model);
    }
    return model;
  }

  private BeanModel make(TypeElement element, @Nullable Import entry, Rejection.Place user)
      throws Rejection {
    Rejection.Place place = entry == null ? user : entry.place();
    Map<String, Accessors> accessors = BeanProperties.of(element);
    if (entry != null) {
      for (Map.Entry<String, Rejection.Place> named : entry.places().entrySet()) {
        if (!accessors.containsKey(named.getKey())) {
          throw new Rejection(
              named.getValue(),
              element + " has no property " + named.getKey() + "; it has " + accessors.keySet());
        }
      }
    }
    List<String> parameters = entry == null ? List.of() : entry.constructor();
    Map<String, Property> properties = new HashMap<>();
    List<Property> ordered = new ArrayList<>();
    Map<String, TypeMirror> parameterTypes = parameterTypes(element, parameters, place);
    for (Map.Entry<String, Accessors> each : accessors.entrySet()) {
      String name = each.getKey();
      if (entry != null && entry.ignored().contains(name)) {
        continue;
      }
      Rejection.Place at = entry == null ? user : entry.placeOf(name);
      Property property = property(element, name, entry, each.getValue(), at);
      TypeMirror parameter = parameterTypes.get(name);
      if (parameter != null) {
        property = property.setFrom(parameterType(property, parameter, at));
      }
      properties.put(name, property);
      add(ordered, property);
    }
    List<Property> arguments = new ArrayList<>();
    for (String name : parameters) {
      Property argument = properties.get(name);
      if (argument == null) {
        throw new Rejection(place, name + " is both ignored and the constructor's");
      }
      arguments.add(argument);
    }
    checkNames(element, ordered, place);
    return new BeanModel(
        element,
        ordered,
        arguments.isEmpty()
            ? new Construction.BySetters()
            : new Construction.ByConstructor(arguments),
        entry != null && entry.emptyWhenAbsent());
  }

  /** A getter and a setter of unlike names are one property if these are one name in JSON. */
  private static void add(List<Property> ordered, Property property) {
    for (int i = 0; i < ordered.size(); i++) {
      Property other = ordered.get(i);
      if (other.jsonName().equals(property.jsonName())) {
        if (other.getter() == null && property.setter() == null) {
          ordered.set(i, property.setAs(other));
          return;
        }
        if (other.setter() == null && property.getter() == null) {
          ordered.set(i, other.setAs(property));
          return;
        }
      }
    }
    ordered.add(property);
  }

  private static void checkNames(TypeElement element, List<Property> properties, Rejection.Place at)
      throws Rejection {
    Map<String, Property> byName = new HashMap<>();
    for (Property property : properties) {
      Property other = byName.putIfAbsent(property.jsonName(), property);
      if (other != null) {
        throw new Rejection(
            at,
            element
                + ": both "
                + other.name()
                + " and "
                + property.name()
                + " are called "
                + property.jsonName());
      }
    }
  }

  private Property property(
      TypeElement element,
      String name,
      @Nullable Import entry,
      Accessors accessors,
      Rejection.Place place)
      throws Rejection {
    ExecutableElement getter = accessors.getter();
    ExecutableElement setter = setter(element, name, accessors, place);
    TypeMirror got = getter == null ? null : getter.getReturnType();
    TypeMirror set = setter == null ? null : setter.getParameters().getFirst().asType();
    String path = element + "." + name;
    // a setter may take less than the getter gives: a Collection for a List
    TypeMirror taken = got != null && set != null && types.isAssignable(got, set) ? got : set;
    return new Property(
        name,
        entry == null ? name : entry.jsonName(name),
        entry == null ? List.of() : entry.aliases().getOrDefault(name, List.of()),
        getter == null ? null : getter.getSimpleName().toString(),
        got == null ? null : valueType(got, path, place),
        setter == null ? null : setter.getSimpleName().toString(),
        taken == null ? null : valueType(taken, path, place));
  }

  /** Among overloads the one that takes what the getter gives. */
  private @Nullable ExecutableElement setter(
      TypeElement element, String name, Accessors accessors, Rejection.Place place)
      throws Rejection {
    List<ExecutableElement> setters = accessors.setters();
    if (setters.size() < 2) {
      return setters.isEmpty() ? null : setters.getFirst();
    }
    ExecutableElement getter = accessors.getter();
    for (ExecutableElement setter : setters) {
      TypeMirror type = setter.getParameters().getFirst().asType();
      if (getter != null && types.isSameType(type, getter.getReturnType())) {
        return setter;
      }
    }
    throw new Rejection(
        place, element + "." + name + " has several setters and none takes what its getter gives");
  }

  private Map<String, TypeMirror> parameterTypes(
      TypeElement element, List<String> names, Rejection.Place place) throws Rejection {
    List<ExecutableElement> found = new ArrayList<>();
    for (ExecutableElement each : ElementFilter.constructorsIn(element.getEnclosedElements())) {
      if (each.getModifiers().contains(Modifier.PUBLIC)
          && each.getParameters().size() == names.size()) {
        found.add(each);
      }
    }
    if (found.size() != 1) {
      throw new Rejection(
          place,
          element
              + " has "
              + (found.isEmpty() ? "no public constructor" : "several constructors")
              + " with "
              + names.size()
              + " parameters");
    }
    Map<String, TypeMirror> parameterTypes = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      parameterTypes.put(names.get(i), found.getFirst().getParameters().get(i).asType());
    }
    return parameterTypes;
  }

  private ValueType parameterType(Property property, TypeMirror parameter, Rejection.Place place)
      throws Rejection {
    ValueType type = valueType(parameter, property.name(), place);
    if (property.write() instanceof ValueType.JodaType joda && type.equals(ValueType.TEXT)) {
      return joda;
    }
    if (!type.equals(property.write())) {
      throw new Rejection(
          place,
          "The constructor takes "
              + parameter
              + " where the getter of "
              + property.name()
              + " gives another type");
    }
    return type;
  }

  private ValueType valueType(TypeMirror type, String path, Rejection.Place place)
      throws Rejection {
    Scalar scalar = Scalar.of(TypeName.get(type));
    if (scalar != null) {
      return new ValueType.ScalarType(scalar);
    }
    if (type instanceof ArrayType array && !array.getComponentType().getKind().isPrimitive()) {
      return new ValueType.ArrayType(valueType(array.getComponentType(), path, place));
    }
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      List<? extends TypeMirror> arguments = declared.getTypeArguments();
      switch (element.getQualifiedName().toString()) {
        case "java.util.List" -> {
          if (arguments.size() == 1) {
            return new ValueType.ListType(valueType(arguments.getFirst(), path, place));
          }
        }
        case "java.util.Map" -> {
          if (arguments.size() == 2
              && TypeName.get(arguments.getFirst()).equals(Scalar.TEXT.type())) {
            return new ValueType.MapType(valueType(arguments.getLast(), path, place));
          }
        }
        case "org.joda.time.DateTime" -> {
          return new ValueType.JodaType();
        }
        default -> {
          Import entry = imports.get(element);
          if (entry != null && entry.by() != null) {
            return new ValueType.CustomType(element, entry.by());
          }
          if (element.getKind() == ElementKind.ENUM) {
            return new ValueType.EnumType(element, constants(element));
          }
          if (isBean(element)) {
            return new ValueType.BeanType(element);
          }
        }
      }
    }
    throw new Rejection(place, path + ": no codec for a property of type " + type);
  }

  private static List<String> constants(TypeElement element) {
    return element.getEnclosedElements().stream()
        .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
        .map(each -> each.getSimpleName().toString())
        .toList();
  }

  private static boolean isBean(TypeElement element) {
    return element.getKind() == ElementKind.CLASS
        && element.getTypeParameters().isEmpty()
        && !element.getModifiers().contains(Modifier.ABSTRACT)
        && !element.getQualifiedName().toString().startsWith("java.")
        && !element.getQualifiedName().toString().startsWith("javax.");
  }
}
