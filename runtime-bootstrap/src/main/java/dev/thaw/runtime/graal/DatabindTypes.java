package dev.thaw.runtime.graal;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The classes that Jackson databind may look at when it reads and writes types: walked from a type
 * along superclasses, fields, getters, setters, constructors, factories and what annotations name.
 * Of a class that is not final those classes of the function belong to it that extend it.
 */
final class DatabindTypes {
  private static final String ANNOTATIONS = "com.fasterxml.jackson.annotation.";

  private final Collection<Class<?>> known;
  private final Set<Class<?>> beans = new LinkedHashSet<>();
  private final Set<Class<?>> containers = new LinkedHashSet<>();
  private final Set<Class<?>> arrays = new LinkedHashSet<>();
  private final Set<Type> seen = new LinkedHashSet<>();

  /**
   * Begins with nothing.
   *
   * @param known the function's classes
   */
  DatabindTypes(Collection<Class<?>> known) {
    this.known = known;
  }

  /** Classes that are read and written property by property, their supertypes included. */
  Set<Class<?>> beans() {
    return beans;
  }

  /** Collections and maps of the JDK that are built by their constructors. */
  Set<Class<?>> containers() {
    return containers;
  }

  /** Arrays that are made. */
  Set<Class<?>> arrays() {
    return arrays;
  }

  /** Walks a type. */
  void add(Type type) {
    if (!seen.add(type)) {
      return;
    }
    switch (type) {
      case Class<?> plain -> addClass(plain);
      case ParameterizedType generic -> {
        add(generic.getRawType());
        addAll(generic.getActualTypeArguments());
      }
      case GenericArrayType array -> {
        add(array.getGenericComponentType());
        arrays.add(erasure(array.getGenericComponentType()).arrayType());
      }
      case WildcardType wildcard -> {
        addAll(wildcard.getUpperBounds());
        addAll(wildcard.getLowerBounds());
      }
      case TypeVariable<?> variable -> addAll(variable.getBounds());
      default -> {}
    }
  }

  private void addAll(Type[] types) {
    for (Type type : types) {
      add(type);
    }
  }

  private static Class<?> erasure(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType generic -> erasure(generic.getRawType());
      case GenericArrayType array -> erasure(array.getGenericComponentType()).arrayType();
      case TypeVariable<?> variable -> erasure(variable.getBounds()[0]);
      case WildcardType wildcard -> erasure(wildcard.getUpperBounds()[0]);
      default -> Object.class;
    };
  }

  private void addClass(Class<?> type) {
    if (type.isArray()) {
      arrays.add(type);
      add(type.getComponentType());
    } else if (isOfJdk(type)) {
      if (!Modifier.isAbstract(type.getModifiers())
          && (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type))) {
        containers.add(type);
      }
    } else if (!type.isPrimitive() && beans.add(type)) {
      walk(type);
    }
  }

  private static boolean isOfJdk(Class<?> type) {
    return type.getModule().isNamed() && !type.isPrimitive();
  }

  private void walk(Class<?> type) {
    Type parent = type.getGenericSuperclass();
    if (parent != null) {
      add(parent);
    }
    addAll(type.getGenericInterfaces());
    addNamed(type);
    for (Field field : type.getDeclaredFields()) {
      addNamed(field);
      if (!Modifier.isStatic(field.getModifiers())) {
        add(field.getGenericType());
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      addNamed(method);
      if (isProperty(method)) {
        addAll(method.getGenericParameterTypes());
        add(method.getGenericReturnType());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      addNamed(constructor);
      addAll(constructor.getGenericParameterTypes());
    }
    Class<?>[] permitted = type.getPermittedSubclasses();
    if (permitted != null) {
      addAll(permitted);
    }
    if (!Modifier.isFinal(type.getModifiers())) {
      for (Class<?> other : known) {
        if (type.isAssignableFrom(other)) {
          add(other);
        }
      }
    }
  }

  /** What may be a getter, a setter, a record's accessor, a factory, or is annotated. */
  private static boolean isProperty(Method method) {
    int parameters = method.getParameterCount();
    String name = method.getName();
    if (method.isSynthetic() || isAnnotated(method)) {
      return !method.isSynthetic();
    }
    if (Modifier.isStatic(method.getModifiers())) {
      return method.getReturnType() == method.getDeclaringClass();
    }
    return parameters == 0
        ? name.startsWith("get") || name.startsWith("is") || method.getDeclaringClass().isRecord()
        : parameters == 1 && name.startsWith("set");
  }

  private static boolean isAnnotated(AnnotatedElement element) {
    for (Annotation annotation : element.getAnnotations()) {
      if (annotation.annotationType().getName().startsWith(ANNOTATIONS)) {
        return true;
      }
    }
    return false;
  }

  /** Adds the classes that annotations of Jackson's name, also by annotations of their own. */
  private void addNamed(AnnotatedElement element) {
    for (Annotation annotation : element.getAnnotations()) {
      addNamed(annotation);
    }
  }

  private void addNamed(Annotation annotation) {
    Class<? extends Annotation> type = annotation.annotationType();
    if (type.getName().startsWith(ANNOTATIONS)) {
      for (Method member : type.getDeclaredMethods()) {
        addValue(value(annotation, member));
      }
    } else if (!isOfJdk(type) && seen.add(type)) {
      addNamed((AnnotatedElement) type);
    }
  }

  private static Object value(Annotation annotation, Method member) {
    try {
      member.setAccessible(true);
      return member.invoke(annotation);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private void addValue(Object value) {
    switch (value) {
      case Class<?> type -> add(type);
      case Annotation nested -> addNamed(nested);
      case Object[] several -> {
        for (Object one : several) {
          addValue(one);
        }
      }
      default -> {} // a text, a number or an enum's constant
    }
  }
}
