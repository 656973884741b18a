package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.thaw.handler.StreamingHandler;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** What can be said about a handler without starting it; for tools. */
public final class HandlerDescription {
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
    return event(setting, loader).getTypeName();
  }

  /**
   * How the events of a handler are read, in words.
   *
   * @param setting the handler setting
   * @param loader finds the function's classes; none is initialized
   * @throws ReflectiveOperationException if there is no such handler; the message says what to do
   */
  public static String reading(String setting, ClassLoader loader)
      throws ReflectiveOperationException {
    Type event = event(setting, loader);
    if (event == InputStream.class) {
      return "read by the function itself";
    }
    try {
      if (CustomSerializers.exist()) {
        return "read by the function's own serializer";
      }
    } catch (IOException e) {
      throw new HandlerException(e.toString(), e);
    }
    return Codecs.known(event) == null ? "read by Jackson" : "read by its codec";
  }

  /**
   * What keeps a handler from being loaded, and what to do about it.
   *
   * @param setting the handler setting
   * @param loader finds the function's classes; none is initialized
   * @return null if nothing can be seen from outside
   */
  public static @Nullable String problem(String setting, ClassLoader loader) {
    try {
      Class<?> handler = HandlerLoader.find(setting, loader);
      Class<?> shape = HandlerLoader.shape(handler, setting);
      Type _ = event(setting, loader);
      if (shape != null || !HandlerLoader.namedMethod(handler, setting).isStatic()) {
        Instances.check(handler);
      }
      return null;
    } catch (ReflectiveOperationException e) {
      return Throwables.message(e, Throwables.MAX_NAME);
    } catch (LinkageError | TypeNotPresentException e) {
      return Throwables.name(e) + ": " + Throwables.explained(e, Throwables.MAX_NAME);
    }
  }

  private static Type event(String setting, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> handler = HandlerLoader.find(setting, loader);
    Class<?> shape = HandlerLoader.shape(handler, setting);
    if (shape == RequestStreamHandler.class) {
      return InputStream.class;
    }
    if (shape == StreamingHandler.class) {
      return HandlerTypes.event(handler, shape);
    }
    HandlerTypes types = shape == null ? null : HandlerLoader.types(handler, shape, setting);
    if (types != null) {
      return types.event();
    }
    NamedMethod method = HandlerLoader.namedMethod(handler, setting);
    return method.streams() || !method.takesEvent() ? InputStream.class : method.types().event();
  }
}
