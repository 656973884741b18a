package dev.thaw.runtime;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The event and response types of a handler.
 *
 * @param event never a type variable
 * @param response never a type variable
 */
record HandlerTypes(Type event, Type response) {

  /**
   * Finds the type arguments with which a class implements a handler interface.
   *
   * @param handlerInterface has two type parameters and one method: event, then context
   * @throws HandlerException if the class leaves them open
   */
  static HandlerTypes of(Class<?> handler, Class<?> handlerInterface) throws HandlerException {
    HandlerTypes plain = fromMethod(handler, handlerInterface.getMethods()[0]);
    if (plain != null) {
      return plain;
    }
    Map<TypeVariable<?>, Type> known = new HashMap<>();
    collect(handler, known);
    TypeVariable<?>[] parameters = handlerInterface.getTypeParameters();
    return new HandlerTypes(
        resolve(parameters[0], known, handler), resolve(parameters[1], known, handler));
  }

  /**
   * Finds the first type argument with which a class implements a handler interface.
   *
   * @throws HandlerException if the class leaves it open
   */
  static Type event(Class<?> handler, Class<?> handlerInterface) throws HandlerException {
    Map<TypeVariable<?>, Type> known = new HashMap<>();
    collect(handler, known);
    return resolve(handlerInterface.getTypeParameters()[0], known, handler);
  }

  /**
   * The types from the method's descriptor, which says it all unless they are generic: that spares
   * the start the parser of generic signatures.
   */
  private static @Nullable HandlerTypes fromMethod(Class<?> handler, Method declared) {
    Class<?> context = declared.getParameterTypes()[1];
    HandlerTypes found = null;
    for (Method method : handler.getMethods()) {
      if (method.isBridge() || !method.getName().equals(declared.getName())) {
        continue;
      }
      Class<?>[] parameters = method.getParameterTypes();
      if (parameters.length != 2 || parameters[1] != context) {
        continue;
      }
      // Of a method that is inherited the descriptor may name no more than a parameter's bound.
      if (found != null
          || method.getDeclaringClass() != handler
          || isOpen(parameters[0])
          || isOpen(method.getReturnType())) {
        return null;
      }
      found = new HandlerTypes(parameters[0], method.getReturnType());
    }
    return found;
  }

  private static boolean isOpen(Class<?> type) {
    return type == Object.class || type.getTypeParameters().length > 0;
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

  private static Type resolve(
      TypeVariable<?> parameter, Map<TypeVariable<?>, Type> known, Class<?> handler)
      throws HandlerException {
    Type type = substitute(parameter, known);
    if (type == null) {
      throw new HandlerException(
          handler.getName()
              + " leaves the type "
              + parameter.getName()
              + " of "
              + ((Class<?>) parameter.getGenericDeclaration()).getSimpleName()
              + " open: name a class there, so that events can be read");
    }
    return type;
  }

  /** The type without variables; null if one of them is not known. */
  private static @Nullable Type substitute(Type type, Map<TypeVariable<?>, Type> known) {
    if (type instanceof TypeVariable<?> variable) {
      Type next = known.get(variable);
      return next == null ? null : substitute(next, known);
    }
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      for (int i = 0; i < arguments.length; i++) {
        Type argument = substitute(arguments[i], known);
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
