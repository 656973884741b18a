package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.thaw.handler.Handler;
import dev.thaw.handler.StreamingHandler;

/** What can be said about a handler without starting it; for tools. */
public final class HandlerDescription {
  private HandlerDescription() {}

  /**
   * The type of a handler's events.
   *
   * @param setting the handler setting
   * @param loader finds the function's classes; none is initialized
   * @return a type's name; {@code java.io.InputStream} if the handler reads the bytes itself
   * @throws ReflectiveOperationException if there is no such handler; the message says what to do
   */
  public static String eventType(String setting, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> handler = HandlerLoader.find(setting, loader);
    if (RequestStreamHandler.class.isAssignableFrom(handler)) {
      return "java.io.InputStream";
    }
    Class<?> shape = Handler.class.isAssignableFrom(handler) ? Handler.class : RequestHandler.class;
    if (!shape.isAssignableFrom(handler)) {
      if (StreamingHandler.class.isAssignableFrom(handler)) {
        return HandlerTypes.event(handler, StreamingHandler.class).getTypeName();
      }
      throw HandlerLoader.shapeless(handler);
    }
    return HandlerTypes.of(handler, shape).event().getTypeName();
  }
}
