package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.thaw.codec.Codec;
import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import dev.thaw.handler.StreamingHandler;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Finds the handler's class and builds the handler: the init phase. */
final class HandlerLoader {
  private static final String SHAPES =
      "Handler, StreamingHandler, RequestHandler or RequestStreamHandler";

  private final Environment environment;
  private final Interceptors interceptors;
  private final Codecs codecs = new Codecs();

  HandlerLoader(Environment environment, Interceptors interceptors) {
    this.environment = environment;
    this.interceptors = interceptors;
  }

  /**
   * Finds the class of a handler.
   *
   * @param setting the function's handler setting, as in {@code _HANDLER}: a class, or the class
   *     and the interface's method as in {@code com.example.Orders::handleRequest}
   */
  static Class<?> find(String setting, ClassLoader loader) throws HandlerException {
    int colons = setting.lastIndexOf("::");
    String className = colons < 0 ? setting : setting.substring(0, colons);
    String method = colons < 0 ? "" : setting.substring(colons + 2);
    if (className.isBlank() || (colons >= 0 && method.isBlank())) {
      throw new HandlerException(
          "The handler setting \"" + setting + "\" is not of the form package.Class");
    }
    Class<?> handler;
    try {
      handler = Class.forName(className, false, loader);
    } catch (ClassNotFoundException e) {
      throw new HandlerException(
          "There is no class "
              + className
              + " in the function: check the handler setting, and that the class or its jar (in"
              + " lib/) stands in "
              + System.getenv("LAMBDA_TASK_ROOT"),
          e);
    }
    if (!method.isEmpty() && !method.equals("handleRequest") && !method.equals("handle")) {
      throw new HandlerException(
          "The handler setting names the method "
              + method
              + ": Thaw calls "
              + className
              + " as a "
              + SHAPES
              + " only");
    }
    return handler;
  }

  /**
   * Builds the handler, and beside its constructor what is needed to call it.
   *
   * @throws HandlerException if the class is no handler
   * @throws Throwable what the constructor throws, as it is
   */
  @SuppressWarnings("unchecked") // the types are those that the handler itself declares
  LoadedHandler load(Class<?> type) throws Throwable {
    Instances.check(type);
    if (RequestStreamHandler.class.isAssignableFrom(type)) {
      Object handler = build(type);
      return new LoadedHandler(
          handler,
          new StreamFunction(
              interceptors.around(
                  new RequestStreamHandlerAdapter((RequestStreamHandler) handler))));
    }
    boolean ours = Handler.class.isAssignableFrom(type);
    if (!ours && !RequestHandler.class.isAssignableFrom(type)) {
      // Last, since no other handler shall pay for it.
      if (StreamingHandler.class.isAssignableFrom(type)) {
        return loadStreaming(type);
      }
      throw shapeless(type);
    }
    HandlerTypes types = HandlerTypes.of(type, ours ? Handler.class : RequestHandler.class);
    codecs.prepare(types);
    Object handler = build(type);
    return new LoadedHandler(
        handler,
        new TypedFunction<>(
            (Codec<Object>) codecs.event(types.event()),
            (Codec<Object>) codecs.response(types.response()),
            interceptors.around(
                ours
                    ? (Handler<@Nullable Object, @Nullable Object>) handler
                    : new RequestHandlerAdapter(
                        (RequestHandler<@Nullable Object, @Nullable Object>) handler))));
  }

  @SuppressWarnings("unchecked") // the type is the one that the handler itself declares
  private LoadedHandler loadStreaming(Class<?> type) throws Throwable {
    Type event = HandlerTypes.event(type, StreamingHandler.class);
    boolean bytes = event == InputStream.class;
    if (!bytes) {
      codecs.prepare(new HandlerTypes(event, Void.class));
    }
    Object handler = build(type);
    return new LoadedHandler(
        handler,
        new StreamingFunction(
            bytes ? null : (Codec<Object>) codecs.event(event),
            (StreamingHandler<@Nullable Object>) handler,
            interceptors));
  }

  private Object build(Class<?> type) throws Throwable {
    Object handler = Instances.build(type, environment);
    interceptors.addThoseOf(handler, environment);
    return handler;
  }

  static HandlerException shapeless(Class<?> handler) {
    return new HandlerException(handler.getName() + " does not implement " + SHAPES);
  }
}
