package dev.thaw.runtime;

import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A method that a handler setting names, as a handler.
 *
 * <p>It is called by core reflection, which the launcher sets up for a fast start; a method handle
 * of its own would have to be linked first.
 */
final class MethodAdapter implements Handler<@Nullable Object, @Nullable Object> {
  private final Method method;
  private final @Nullable Object target;
  private final Class<?>[] parameters;
  private final boolean streams;

  /**
   * Adapts a method.
   *
   * @param target null if the method is static
   */
  MethodAdapter(NamedMethod named, @Nullable Object target) {
    this.method = named.method();
    this.target = target;
    this.parameters = method.getParameterTypes();
    this.streams = named.streams();
    method.setAccessible(true); // a public method may stand in a class that is not
  }

  /**
   * Calls the method.
   *
   * @param event an input stream if the method has a stream, null if it takes no event
   * @return a byte array if the method has a stream, as on AWS's runtime: what it wrote, or {@code
   *     null} in JSON if it takes no output stream; what it returns is ignored
   */
  @Override
  public @Nullable Object handle(@Nullable Object event, Invocation invocation) throws Exception {
    ByteArrayOutputStream out = null;
    @Nullable Object[] arguments = new @Nullable Object[parameters.length];
    for (int i = 0; i < arguments.length; i++) {
      if (NamedMethod.isContext(parameters[i])) {
        arguments[i] = invocation;
      } else if (NamedMethod.isOutput(parameters[i])) {
        out = new ByteArrayOutputStream(1024);
        arguments[i] = out;
      } else {
        arguments[i] = event;
      }
    }
    Object result = call(arguments);
    if (!streams) {
      return result;
    }
    return out == null ? new byte[] {'n', 'u', 'l', 'l'} : out.toByteArray();
  }

  private @Nullable Object call(@Nullable Object[] arguments) throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw MethodAdapter.<Exception>asThrown(cause == null ? e : cause);
    }
  }

  /** What the method threw reaches the caller as it is, checked or not. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E asThrown(Throwable error) throws E {
    throw (E) error;
  }
}
