package dev.thaw.runtime;

import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Intercepted;
import dev.thaw.handler.Interceptor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The interceptors of a function, the outermost first: the variable's, then the handler's own. */
final class Interceptors {
  private static final String VARIABLE = "THAW_INTERCEPTORS";
  private static final String WHERE = "the variable " + VARIABLE;

  private final List<Interceptor> interceptors = new ArrayList<>(0);

  private Interceptors() {}

  static Interceptors none() {
    return new Interceptors();
  }

  /**
   * Builds those that the environment variable names; before the handler, since they may measure
   * it.
   *
   * @throws HandlerException if a name is no interceptor's
   * @throws Throwable what a constructor throws, as it is
   */
  static Interceptors named(Environment environment, ClassLoader loader) throws Throwable {
    Interceptors named = new Interceptors();
    for (String listed : environment.get(VARIABLE, "").split(",", -1)) {
      String name = listed.strip();
      if (!name.isEmpty()) {
        named.interceptors.add(build(name, environment, loader));
      }
    }
    return named;
  }

  private static Interceptor build(String name, Environment environment, ClassLoader loader)
      throws Throwable {
    Class<?> type;
    try {
      type = Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new HandlerException(
          "There is no class "
              + name
              + ", which "
              + WHERE
              + " names: check the name, and that its jar stands in the function's lib/",
          e);
    }
    if (!Interceptor.class.isAssignableFrom(type)) {
      throw new HandlerException(
          name + ", which " + WHERE + " names, does not implement " + Interceptor.class.getName());
    }
    return (Interceptor) Instances.build(type, environment);
  }

  /**
   * Adds those that the handler names itself; with that all is built that looks at variables.
   *
   * @throws dev.thaw.handler.EnvironmentException naming every variable that the interceptors or
   *     the handler have missed
   * @throws Throwable what the handler throws, as it is, unless variables are missing
   */
  void addThoseOf(Object handler, Environment environment) throws Throwable {
    if (handler instanceof Intercepted intercepted) {
      List<Interceptor> own;
      try {
        own = intercepted.interceptors(environment);
      } catch (Throwable thrown) {
        throw Instances.explain(thrown, environment);
      }
      interceptors.addAll(own);
    }
    environment.check();
  }

  /** The handler with all of them around it. */
  Handler<@Nullable Object, @Nullable Object> around(
      Handler<@Nullable Object, @Nullable Object> handler) {
    Handler<@Nullable Object, @Nullable Object> intercepted = handler;
    for (int i = interceptors.size() - 1; i >= 0; i--) {
      intercepted = new InterceptedHandler(interceptors.get(i), intercepted);
    }
    return intercepted;
  }

  /** Tells them when the init phase was. */
  void initialized(Instant began, Instant ended) {
    for (Interceptor interceptor : interceptors) {
      interceptor.initialized(began, ended);
    }
  }

  boolean isEmpty() {
    return interceptors.isEmpty();
  }
}
