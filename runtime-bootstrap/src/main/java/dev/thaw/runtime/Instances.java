package dev.thaw.runtime;

import dev.thaw.handler.Environment;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

/** Builds what the function names: by a public constructor of nothing or an environment. */
final class Instances {
  private Instances() {}

  /**
   * Builds an object. The variables that its constructor has missed are for the caller to {@link
   * Environment#check}, so that one error names them all.
   *
   * @throws HandlerException if the class cannot be built
   * @throws Throwable what the constructor throws, as it is, unless variables are missing
   */
  static Object build(Class<?> type, Environment environment) throws Throwable {
    return instantiate(constructor(type), environment);
  }

  /** Refuses a class that cannot be built, before anything else is done for it. */
  static void check(Class<?> type) throws HandlerException {
    var _ = constructor(type);
  }

  private static Object instantiate(Constructor<?> constructor, Environment environment)
      throws Throwable {
    try {
      return constructor.getParameterCount() == 0
          ? constructor.newInstance()
          : constructor.newInstance(environment);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw explain(cause == null ? e : cause, environment);
    }
  }

  /**
   * What code of the init phase has thrown, or the missing variables that it may well have tripped
   * over: their values were empty.
   */
  static Throwable explain(Throwable thrown, Environment environment) {
    try {
      environment.check();
      return thrown;
    } catch (RuntimeException missing) {
      missing.addSuppressed(thrown);
      return missing;
    }
  }

  /** The constructor that is called. */
  static Constructor<?> constructor(Class<?> handler) throws HandlerException {
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
}
