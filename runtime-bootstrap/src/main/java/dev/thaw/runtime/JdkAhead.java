package dev.thaw.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Lets the JDK begin what Jackson will ask of it at the first event. Nobody waits for the end:
 * whoever needs a part earlier makes it, or waits for that part.
 *
 * <p>It touches classes of the JDK only: with classes of Jackson's or the function's, whose
 * initializers may need each other, two threads that come from two sides could wait for ever.
 */
final class JdkAhead extends Thread {
  JdkAhead() {
    super("thaw-jdk");
    setDaemon(true);
  }

  @Override
  public void run() {
    linkAccessors();
  }

  /**
   * Jackson calls setters and getters by method handles of two types. The classes behind these are
   * generated at run time, one for each kind of value: not on the way of the first event.
   */
  private static void linkAccessors() {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodType setter = MethodType.methodType(void.class, Object.class, Object.class);
    MethodType getter = MethodType.methodType(Object.class, Object.class);
    Bean bean = new Bean();
    try {
      MethodHandle text = lookup.unreflect(Bean.class.getMethod("setText", String.class));
      MethodHandle number = lookup.unreflect(Bean.class.getMethod("setNumber", int.class));
      text.asType(setter).invokeExact((Object) bean, (Object) "");
      number.asType(setter).invokeExact((Object) bean, (Object) 1);
      text = lookup.unreflect(Bean.class.getMethod("getText"));
      number = lookup.unreflect(Bean.class.getMethod("getNumber"));
      Object _ = text.asType(getter).invokeExact((Object) bean);
      Object _ = number.asType(getter).invokeExact((Object) bean);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a function's types look like. */
  @SuppressWarnings("unused") // called by method handles
  public static final class Bean {
    private String text = "";
    private int number;

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }

    public int getNumber() {
      return number;
    }

    public void setNumber(int number) {
      this.number = number;
    }
  }
}
