package dev.thaw.runtime;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Says why a class has no method that a handler setting could mean, and what to do. */
final class MissingMethod {
  /** Of a class with many methods the first say enough. */
  private static final int MAX_NAMES = 20;

  private MissingMethod() {}

  static String describe(Class<?> handler, String name) {
    StringBuilder text = new StringBuilder(200);
    text.append(handler.getName()).append(" has no public method ").append(name);
    int count = 0;
    for (Method method : handler.getMethods()) {
      if (method.getName().equals(name)) {
        text.append(count++ == 0 ? " that can be a handler: " : "; ");
        signature(method, text);
        text.append(": ").append(NamedMethod.misfit(method.getParameterTypes()));
      }
    }
    if (count > 0) {
      return text.toString();
    }
    for (Method method : handler.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        return text.append(": make ").append(name).append(" public").toString();
      }
    }
    others(handler, text);
    return text.toString();
  }

  private static void signature(Method method, StringBuilder text) {
    text.append(method.getName());
    String separator = "(";
    for (Class<?> parameter : method.getParameterTypes()) {
      text.append(separator).append(parameter.getSimpleName());
      separator = ", ";
    }
    text.append(')');
  }

  private static void others(Class<?> handler, StringBuilder text) {
    int count = 0;
    for (Method method : handler.getMethods()) {
      if (method.getDeclaringClass() == Object.class
          || method.isSynthetic()
          || Modifier.isAbstract(method.getModifiers())) {
        continue;
      }
      if (count == MAX_NAMES) {
        text.append(" and more");
        return;
      }
      text.append(count++ == 0 ? "; it has " : ", ").append(method.getName());
    }
  }
}
