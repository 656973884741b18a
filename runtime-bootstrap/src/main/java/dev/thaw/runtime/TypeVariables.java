package dev.thaw.runtime;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a class gives for the type parameters of its superclasses and interfaces. */
final class TypeVariables {
  private final Class<?> origin;
  private @Nullable Map<TypeVariable<?>, Type> known;

  TypeVariables(Class<?> origin) {
    this.origin = origin;
  }

  /** The type without variables; null if one of them is not known. */
  @Nullable Type replace(Type type) {
    return substitute(type, known(), false);
  }

  /** The type without variables: one that is not known is replaced by the class that bounds it. */
  Type replaceAll(Type type) {
    if (type instanceof Class<?>) {
      return type;
    }
    Type replaced = substitute(type, known(), true);
    return replaced == null ? Object.class : replaced;
  }

  /** Generic signatures are parsed only if there is something to replace. */
  private Map<TypeVariable<?>, Type> known() {
    Map<TypeVariable<?>, Type> found = known;
    if (found == null) {
      found = new HashMap<>();
      collect(origin, found);
      known = found;
    }
    return found;
  }

  private static void collect(@Nullable Type type, Map<TypeVariable<?>, Type> known) {
    if (type == null) {
      return;
    }
    Class<?> raw;
    if (type instanceof ParameterizedType parameterized) {
      raw = (Class<?>) parameterized.getRawType();
      TypeVariable<?>[] parameters = raw.getTypeParameters();
      Type[] arguments = parameterized.getActualTypeArguments();
      for (int i = 0; i < parameters.length; i++) {
        known.putIfAbsent(parameters[i], arguments[i]);
      }
    } else {
      raw = (Class<?>) type;
    }
    for (Type parent : raw.getGenericInterfaces()) {
      collect(parent, known);
    }
    collect(raw.getGenericSuperclass(), known);
  }

  private static @Nullable Type substitute(
      Type type, Map<TypeVariable<?>, Type> known, boolean bounds) {
    if (type instanceof TypeVariable<?> variable) {
      Type next = known.get(variable);
      if (next == null) {
        // Its bound may name the variable itself: no more than the class is certain.
        return bounds ? erasure(variable) : null;
      }
      return substitute(next, known, bounds);
    }
    if (type instanceof WildcardType wildcard) {
      return substitute(wildcard.getUpperBounds()[0], known, bounds);
    }
    if (type instanceof GenericArrayType array) {
      Type component = substitute(array.getGenericComponentType(), known, bounds);
      return component instanceof Class<?> plain
          ? plain.arrayType()
          : component == null ? null : new Array(component);
    }
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      for (int i = 0; i < arguments.length; i++) {
        Type argument = substitute(arguments[i], known, bounds);
        if (argument == null) {
          return null;
        }
        arguments[i] = argument;
      }
      return new Parameterized(
          parameterized.getRawType(), parameterized.getOwnerType(), List.of(arguments));
    }
    return type;
  }

  private static Class<?> erasure(Type type) {
    Type erased = type;
    while (!(erased instanceof Class<?>)) {
      if (erased instanceof ParameterizedType parameterized) {
        erased = parameterized.getRawType();
      } else if (erased instanceof TypeVariable<?> variable) {
        erased = variable.getBounds()[0];
      } else {
        return Object.class;
      }
    }
    return (Class<?>) erased;
  }

  private record Array(Type component) implements GenericArrayType {
    @Override
    public Type getGenericComponentType() {
      return component;
    }

    @Override
    public String getTypeName() {
      return component.getTypeName() + "[]";
    }
  }

  /** A generic type whose arguments may come from another class than its own mention. */
  private record Parameterized(Type rawType, @Nullable Type ownerType, List<Type> arguments)
      implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(new Type[0]);
    }

    @Override
    public Type getRawType() {
      return rawType;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return ownerType;
    }

    @Override
    public String getTypeName() {
      StringBuilder name = new StringBuilder(rawType.getTypeName());
      char separator = '<';
      for (Type argument : arguments) {
        name.append(separator).append(argument.getTypeName());
        separator = ',';
      }
      return name.append('>').toString();
    }
  }
}
