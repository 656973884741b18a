package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.thaw.codec.Codec;
import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Finds the handler's class and builds the handler: the init phase. */
final class HandlerLoader {
  private static final String SHAPES = "Handler, RequestHandler or RequestStreamHandler";

  private final Environment environment;
  private final Codecs codecs = new Codecs();

  HandlerLoader(Environment environment) {
    this.environment = environment;
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
    Constructor<?> constructor = constructor(type);
    if (RequestStreamHandler.class.isAssignableFrom(type)) {
      Object handler = instantiate(constructor);
      return new LoadedHandler(handler, new StreamFunction((RequestStreamHandler) handler));
    }
    boolean ours = Handler.class.isAssignableFrom(type);
    if (!ours && !RequestHandler.class.isAssignableFrom(type)) {
      throw shapeless(type);
    }
    HandlerTypes types = HandlerTypes.of(type, ours ? Handler.class : RequestHandler.class);
    codecs.prepare(types);
    Object handler = instantiate(constructor);
    return new LoadedHandler(
        handler,
        new TypedFunction<>(
            (Codec<Object>) codecs.event(types.event()),
            (Codec<Object>) codecs.response(types.response()),
            ours
                ? (Handler<@Nullable Object, @Nullable Object>) handler
                : new RequestHandlerAdapter(
                    (RequestHandler<@Nullable Object, @Nullable Object>) handler)));
  }

  private Object instantiate(Constructor<?> constructor) throws Throwable {
    try {
      Object instance =
          constructor.getParameterCount() == 0
              ? constructor.newInstance()
              : constructor.newInstance(environment);
      environment.check();
      return instance;
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      try {
        // A constructor may well have tripped over the empty value of a missing variable.
        environment.check();
      } catch (RuntimeException missing) {
        missing.addSuppressed(cause);
        throw missing;
      }
      throw cause == null ? e : cause;
    }
  }

  private static Constructor<?> constructor(Class<?> handler) throws HandlerException {
    if (handler.isInterface() || Modifier.isAbstract(handler.getModifiers())) {
      throw new HandlerException(handler.getName() + " is abstract and cannot be built");
    }
    if (handler.isMemberClass() && !Modifier.isStatic(handler.getModifiers())) {
      throw new HandlerException(
          handler.getName() + " is an inner class: make it static, or a class of its own");
    }
    Constructor<?> plain = null;
    for (Constructor<?> constructor : handler.getConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (parameters.length == 1 && parameters[0] == Environment.class) {
        return accessible(constructor);
      }
      if (parameters.length == 0) {
        plain = constructor;
      }
    }
    if (plain == null) {
      throw new HandlerException(
          handler.getName() + " has no public constructor that takes nothing or an Environment");
    }
    return accessible(plain);
  }

  /** A public constructor may stand in a class that is not. */
  private static Constructor<?> accessible(Constructor<?> constructor) {
    constructor.setAccessible(true);
    return constructor;
  }

  static HandlerException shapeless(Class<?> handler) {
    return new HandlerException(handler.getName() + " does not implement " + SHAPES);
  }
}
