package dev.thaw.runtime;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * The event and response types of a handler.
 *
 * @param event never a type variable
 * @param response never a type variable
 */
record HandlerTypes(Type event, Type response) {
  /** By its name, so that functions of other events load nothing. */
  private static final String HTTP = "dev.thaw.http.HttpRequest";

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
    TypeVariables variables = new TypeVariables(handler);
    TypeVariable<?>[] parameters = handlerInterface.getTypeParameters();
    return new HandlerTypes(
        resolve(parameters[0], variables, handler), resolve(parameters[1], variables, handler));
  }

  /**
   * Finds the first type argument with which a class implements a handler interface.
   *
   * @throws HandlerException if the class leaves it open
   */
  static Type event(Class<?> handler, Class<?> handlerInterface) throws HandlerException {
    return resolve(handlerInterface.getTypeParameters()[0], new TypeVariables(handler), handler);
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

  /**
   * Whether the events are HTTP requests, whose responses go back in the shape of their source.
   *
   * @throws HandlerException if they are, and the responses are something else
   */
  boolean areHttp() throws HandlerException {
    if (!(event instanceof Class<?> type) || !type.getName().equals(HTTP)) {
      return false;
    }
    if (!(response instanceof Class<?> answer)
        || !answer.getName().equals("dev.thaw.http.HttpResponse")) {
      throw new HandlerException(
          "A handler of HttpRequest answers with HttpResponse, not with " + response.getTypeName());
    }
    return true;
  }

  private static boolean isOpen(Class<?> type) {
    Class<?> component = type.getComponentType();
    return component == null
        ? type == Object.class || type.getTypeParameters().length > 0
        : isOpen(component);
  }

  private static Type resolve(TypeVariable<?> parameter, TypeVariables variables, Class<?> handler)
      throws HandlerException {
    Type type = variables.replace(parameter);
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
}
