package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.thaw.handler.StreamingHandler;

/** What can be said about a handler without starting it; for tools. */
public final class HandlerDescription {
  private static final String BYTES = "java.io.InputStream";

  private HandlerDescription() {}

  /**
   * The type of a handler's events.
   *
   * @param setting the handler setting
   * @param loader finds the function's classes; none is initialized
   * @return a type's name; {@code java.io.InputStream} if the handler reads the bytes itself or
   *     takes no event
   * @throws ReflectiveOperationException if there is no such handler; the message says what to do
   */
  public static String eventType(String setting, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> handler = HandlerLoader.find(setting, loader);
    Class<?> shape = HandlerLoader.shape(handler, setting);
    if (shape == RequestStreamHandler.class) {
      return BYTES;
    }
    if (shape == StreamingHandler.class) {
      return HandlerTypes.event(handler, shape).getTypeName();
    }
    HandlerTypes types = shape == null ? null : HandlerLoader.types(handler, shape, setting);
    if (types != null) {
      return types.event().getTypeName();
    }
    NamedMethod method = HandlerLoader.namedMethod(handler, setting);
    return method.streams() || !method.takesEvent() ? BYTES : method.types().event().getTypeName();
  }
}
