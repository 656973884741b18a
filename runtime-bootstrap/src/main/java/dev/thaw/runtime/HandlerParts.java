package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.thaw.handler.StreamingHandler;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a handler is loaded from, found as when it is loaded; for what builds native executables.
 *
 * @param type the handler's class; it is not initialized
 * @param constructor the one that builds it; null if only a static method is called
 * @param method the one that is called by reflection; null if an interface's is called
 * @param events the type of the events, if they are not read by the handler itself
 * @param responses the type of the responses, if they are not written by the handler itself
 * @param serialized whether a serializer that the function brings takes the place of the codecs
 */
public record HandlerParts(
    Class<?> type,
    @Nullable Constructor<?> constructor,
    @Nullable Method method,
    List<Type> events,
    List<Type> responses,
    boolean serialized) {
  /**
   * Finds them.
   *
   * @param setting the handler setting
   * @param loader finds the function's classes
   * @throws ReflectiveOperationException if there is no such handler; the message says what to do
   */
  public static HandlerParts of(String setting, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> type = HandlerLoader.find(setting, loader);
    Class<?> shape = HandlerLoader.shape(type, setting);
    if (shape != null) {
      Instances.check(type); // before its types, as when it is loaded
    }
    if (shape == RequestStreamHandler.class) {
      return bytes(type, Instances.constructor(type), null);
    }
    if (shape == StreamingHandler.class) {
      Type event = HandlerTypes.event(type, shape);
      List<Type> events = event == InputStream.class ? List.of() : List.of(event);
      return new HandlerParts(
          type, Instances.constructor(type), null, events, List.of(), /* serialized= */ false);
    }
    HandlerTypes types = shape == null ? null : HandlerLoader.types(type, shape, setting);
    if (types != null) {
      return typed(type, Instances.constructor(type), null, types);
    }
    NamedMethod named = HandlerLoader.namedMethod(type, setting);
    Constructor<?> constructor = named.isStatic() ? null : Instances.constructor(type);
    return named.streams()
        ? bytes(type, constructor, named.method())
        : typed(type, constructor, named.method(), named.types());
  }

  /** The serializers that a function brings, of which no more than one can be used. */
  public static List<String> serializers(ClassLoader loader) throws IOException {
    return CustomSerializers.names(loader);
  }

  /** The constructor of what the function names otherwise, such as an interceptor. */
  public static Constructor<?> constructor(Class<?> type) throws ReflectiveOperationException {
    return Instances.constructor(type);
  }

  private static HandlerParts bytes(
      Class<?> type, @Nullable Constructor<?> constructor, @Nullable Method method) {
    return new HandlerParts(
        type, constructor, method, List.of(), List.of(), /* serialized= */ false);
  }

  private static HandlerParts typed(
      Class<?> type,
      @Nullable Constructor<?> constructor,
      @Nullable Method method,
      HandlerTypes types)
      throws HandlerException {
    return types.areHttp()
        ? bytes(type, constructor, method)
        : new HandlerParts(
            type,
            constructor,
            method,
            List.of(types.event()),
            List.of(types.response()),
            /* serialized= */ true);
  }
}
