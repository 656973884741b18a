package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import dev.thaw.handler.Invocation;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * The method that a handler setting names, of a shape that AWS's runtime accepts: public, inherited
 * or static too, with nothing, an event, an input stream, an output stream or both streams, each
 * also with a {@link Context} behind. Where several overloads fit, AWS's order chooses: one that
 * the author wrote before one that the compiler added, then the most parameters, then one with a
 * context.
 *
 * <p>Unlike there, an {@link Invocation} is a context too, and a method that cannot be fails the
 * init phase: AWS's runtime fails each invocation.
 */
final class NamedMethod {
  private final Class<?> handler;
  private final Method method;
  private final Class<?>[] parameters;

  private NamedMethod(Class<?> handler, Method method) {
    this.handler = handler;
    this.method = method;
    this.parameters = method.getParameterTypes();
  }

  /**
   * Finds the method.
   *
   * @throws HandlerException if there is none; the message says of each overload why it cannot be
   */
  static NamedMethod find(Class<?> handler, String name) throws HandlerException {
    Method best = null;
    for (Method method : handler.getMethods()) {
      if (method.getName().equals(name)
          && misfit(method.getParameterTypes()) == null
          && (best == null || before(method, best))) {
        best = method;
      }
    }
    if (best == null) {
      throw new HandlerException(MissingMethod.describe(handler, name));
    }
    return new NamedMethod(handler, best);
  }

  /** Why a method with these parameters cannot be called; null if it can. */
  static @Nullable String misfit(Class<?>[] parameters) {
    int events = parameters.length - (endsWithContext(parameters) ? 1 : 0);
    for (int i = 0; i < events; i++) {
      if (isContext(parameters[i])) {
        return "its Context is not the last parameter";
      }
    }
    if (events < 2 || (events == 2 && isInput(parameters[0]) && isOutput(parameters[1]))) {
      return null;
    }
    return "besides a Context at the end it may take one event, or an InputStream and an"
        + " OutputStream";
  }

  private static boolean before(Method method, Method other) {
    return method.isBridge() == other.isBridge()
        ? weight(method.getParameterTypes()) > weight(other.getParameterTypes())
        : other.isBridge();
  }

  private static int weight(Class<?>[] parameters) {
    return parameters.length + (endsWithContext(parameters) ? 1 : 0);
  }

  private static boolean endsWithContext(Class<?>[] parameters) {
    return parameters.length > 0 && isContext(parameters[parameters.length - 1]);
  }

  static boolean isContext(Class<?> type) {
    return type == Context.class || type == Invocation.class;
  }

  private static boolean isInput(Class<?> type) {
    return type == InputStream.class;
  }

  static boolean isOutput(Class<?> type) {
    return type == OutputStream.class;
  }

  Method method() {
    return method;
  }

  boolean isStatic() {
    return Modifier.isStatic(method.getModifiers());
  }

  /** Whether it reads or writes the bytes itself. */
  boolean streams() {
    return parameters.length > 0 && (isInput(parameters[0]) || isOutput(parameters[0]));
  }

  /** Whether it takes an event, be it as bytes. */
  boolean takesEvent() {
    return parameters.length > 0 && !isContext(parameters[0]) && !isOutput(parameters[0]);
  }

  /**
   * The types that are read and written; that of an event that it does not take is {@code void}.
   */
  HandlerTypes types() {
    TypeVariables variables = new TypeVariables(handler);
    Type event = takesEvent() ? method.getGenericParameterTypes()[0] : void.class;
    return new HandlerTypes(
        variables.replaceAll(event), variables.replaceAll(method.getGenericReturnType()));
  }
}
