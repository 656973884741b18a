package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
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
   * @param setting the function's handler setting, as in {@code _HANDLER}: a class, or a class and
   *     a method as in {@code com.example.Orders::handleRequest}
   */
  static Class<?> find(String setting, ClassLoader loader) throws HandlerException {
    int colons = setting.lastIndexOf("::");
    String className = colons < 0 ? setting : setting.substring(0, colons);
    if (className.isBlank() || (colons >= 0 && method(setting).isBlank())) {
      throw new HandlerException(
          "The handler setting \""
              + setting
              + "\" is not of the form package.Class or package.Class::method");
    }
    try {
      return Class.forName(className, false, loader);
    } catch (ClassNotFoundException e) {
      throw new HandlerException(
          "There is no class "
              + className
              + " in the function: check the handler setting, and that the class or its jar (in"
              + " lib/) stands in "
              + System.getenv("LAMBDA_TASK_ROOT"),
          e);
    }
  }

  /** The method that a handler setting names; empty if it names none. */
  private static String method(String setting) {
    int colons = setting.lastIndexOf("::");
    return colons < 0 ? "" : setting.substring(colons + 2);
  }

  /**
   * The handler interface that a setting means, by the class alone or with the interface's method;
   * null if the setting names another method.
   *
   * @throws HandlerException if the class alone is named and implements none
   */
  static @Nullable Class<?> shape(Class<?> type, String setting) throws HandlerException {
    String method = method(setting);
    boolean any = method.isEmpty();
    boolean aws = any || method.equals("handleRequest");
    if (aws && RequestStreamHandler.class.isAssignableFrom(type)) {
      return RequestStreamHandler.class;
    }
    if ((any || method.equals("handle")) && Handler.class.isAssignableFrom(type)) {
      return Handler.class;
    }
    if (aws && RequestHandler.class.isAssignableFrom(type)) {
      return RequestHandler.class;
    }
    // Last, since no other handler shall pay for it.
    if ((any || method.equals("handle")) && StreamingHandler.class.isAssignableFrom(type)) {
      return StreamingHandler.class;
    }
    if (any) {
      throw new HandlerException(
          type.getName()
              + " does not implement "
              + SHAPES
              + ": implement one, or name a method as in "
              + type.getName()
              + "::method");
    }
    return null;
  }

  /** The method that a setting names, where it means no handler interface. */
  static NamedMethod namedMethod(Class<?> type, String setting) throws HandlerException {
    return NamedMethod.find(type, method(setting));
  }

  /**
   * Builds the handler, and beside its constructor what is needed to call it.
   *
   * <p>Whatever is wrong with the setting fails the init phase, where a deployment shows it; AWS's
   * runtime lets the init phase succeed and fails each invocation for a class or a method that is
   * not there.
   *
   * @param setting the function's handler setting
   * @throws HandlerException if there is no such handler; the message says what to do
   * @throws Throwable what the constructor throws, as it is
   */
  LoadedHandler load(String setting, ClassLoader loader) throws Throwable {
    return load(find(setting, loader), setting, loader);
  }

  /** The same for a class that implements a handler interface. */
  LoadedHandler load(Class<?> type) throws Throwable {
    return load(type, type.getName(), type.getClassLoader());
  }

  private LoadedHandler load(Class<?> type, String setting, ClassLoader loader) throws Throwable {
    Class<?> shape = shape(type, setting);
    if (shape == null) {
      return loadMethod(type, namedMethod(type, setting), loader);
    }
    Instances.check(type);
    if (shape == RequestStreamHandler.class) {
      Object handler = build(type);
      return new LoadedHandler(
          handler,
          new StreamFunction(
              interceptors.around(
                  new RequestStreamHandlerAdapter((RequestStreamHandler) handler))));
    }
    if (shape == StreamingHandler.class) {
      return loadStreaming(type);
    }
    HandlerTypes types = types(type, shape, setting);
    return types == null
        ? loadMethod(type, namedMethod(type, setting), loader)
        : loadTyped(type, shape, types, loader);
  }

  /**
   * The types of a handler interface; null if the class leaves them open and the setting names the
   * method, which is then one like any other, as on AWS's runtime.
   *
   * @throws HandlerException if the class leaves them open and is named alone
   */
  static @Nullable HandlerTypes types(Class<?> type, Class<?> shape, String setting)
      throws HandlerException {
    try {
      return HandlerTypes.of(type, shape);
    } catch (HandlerException open) {
      if (method(setting).isEmpty()) {
        throw open;
      }
      return null;
    }
  }

  @SuppressWarnings("unchecked") // the types are those that the handler itself declares
  private LoadedHandler loadTyped(
      Class<?> type, Class<?> shape, HandlerTypes types, ClassLoader loader) throws Throwable {
    boolean http = types.areHttp();
    CustomPojoSerializer serializer = http ? null : serializer(loader);
    if (serializer == null && !http) {
      codecs.prepare(types);
    }
    Object handler = build(type);
    Handler<@Nullable Object, @Nullable Object> typed =
        shape == Handler.class
            ? (Handler<@Nullable Object, @Nullable Object>) handler
            : new RequestHandlerAdapter(
                (RequestHandler<@Nullable Object, @Nullable Object>) handler);
    if (http) {
      return new LoadedHandler(handler, HttpFunction.of(typed, interceptors, environment));
    }
    Handler<@Nullable Object, @Nullable Object> intercepted = interceptors.around(typed);
    if (serializer != null) {
      return new LoadedHandler(handler, new SerializedFunction(serializer, types, intercepted));
    }
    return new LoadedHandler(
        handler,
        new TypedFunction<>(
            (Codec<Object>) codecs.event(types.event()),
            (Codec<Object>) codecs.response(types.response()),
            intercepted));
  }

  @SuppressWarnings("unchecked") // the types are those that the method itself declares
  private LoadedHandler loadMethod(Class<?> type, NamedMethod method, ClassLoader loader)
      throws Throwable {
    if (!method.isStatic()) {
      Instances.check(type);
    }
    if (method.streams()) {
      Object target = target(type, method);
      return new LoadedHandler(
          target == null ? type : target,
          new StreamFunction(interceptors.around(new MethodAdapter(method, target))));
    }
    HandlerTypes types = method.types();
    boolean http = types.areHttp();
    CustomPojoSerializer serializer = http ? null : serializer(loader);
    if (serializer == null && !http) {
      codecs.prepare(types);
    }
    Object target = target(type, method);
    MethodAdapter adapter = new MethodAdapter(method, target);
    if (http) {
      return new LoadedHandler(
          target == null ? type : target, HttpFunction.of(adapter, interceptors, environment));
    }
    Handler<@Nullable Object, @Nullable Object> handler = interceptors.around(adapter);
    if (serializer != null) {
      return new LoadedHandler(
          target == null ? type : target, new SerializedFunction(serializer, types, handler));
    }
    Codec<Object> response = (Codec<Object>) codecs.response(types.response());
    return new LoadedHandler(
        target == null ? type : target,
        method.takesEvent()
            ? new TypedFunction<>((Codec<Object>) codecs.event(types.event()), response, handler)
            : new EventlessFunction(response, handler));
  }

  /** The object whose method is called; null if the method is static, as on AWS's runtime. */
  private @Nullable Object target(Class<?> type, NamedMethod method) throws Throwable {
    return method.isStatic() ? null : build(type);
  }

  /** The function's own serializer, which comes before any codec, as on AWS's runtime. */
  private @Nullable CustomPojoSerializer serializer(ClassLoader loader) throws Throwable {
    return FunctionCache.mayHaveSerializer() ? CustomSerializers.find(loader, environment) : null;
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
}
