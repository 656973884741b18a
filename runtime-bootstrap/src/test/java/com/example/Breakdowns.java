package com.example;

import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.awt.Color;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Breaks down in the way that its event names; any other event is the response. */
public final class Breakdowns implements Handler<String, String> {
  private static final List<Object> KEPT = new ArrayList<>();
  private static Object[] chain = {};

  @Override
  public String handle(String event, Invocation invocation) throws Exception {
    switch (event) {
      case "x-ray" -> throw new IllegalStateException("outer", new IOException("inner"));
      case "not ascii" ->
          throw new IllegalStateException(
              "\u00e4\r\nX-Header: 1\u0000\"\\\u007f\ud83d\ude00\ud800");
      case "frames" -> {
        IllegalStateException error = new IllegalStateException("called by reflection");
        error.setStackTrace(
            new StackTraceElement[] {
              frame("com.example.Inner", "called"),
              frame("jdk.internal.reflect.DirectMethodHandleAccessor", "invoke"),
              frame("java.lang.reflect.Method", "invoke"),
              frame("com.example.Orders", "handle"),
              frame("jdk.internal.reflect.DirectMethodHandleAccessor", "invoke"),
              frame("java.lang.reflect.Method", "invoke"),
              frame("dev.thaw.runtime.Anything", "invoke"),
              frame("com.example.Main", "main"),
            });
        throw error;
      }
      case "huge" -> throw huge();
      case "many causes" -> {
        Exception error = new Exception("innermost");
        for (int i = 0; i < 100_000; i++) {
          error = new Exception("cause", error);
        }
        throw error;
      }
      case "many suppressed" -> {
        Exception error = new Exception("innermost");
        for (int i = 0; i < 100_000; i++) {
          Exception outer = new Exception("suppressed");
          outer.addSuppressed(error);
          error = outer;
        }
        throw error;
      }
      case "nulls" -> throw new Nulls();
      case "keep" -> keepEverything();
      case "leave 5", "leave 10", "leave 20", "leave 40" ->
          leave(Integer.parseInt(event.substring(6)));
      case "classes" -> keepClasses();
      case "direct" -> KEPT.add(ByteBuffer.allocateDirect(64 << 20));
      case "threads" ->
          throw new OutOfMemoryError(
              "unable to create native thread: possibly out of memory or process/resource limits"
                  + " reached");
      case "wrapped" -> throw new CompletionException(new OutOfMemoryError("Java heap space"));
      case "i/o" -> throw new IOError(new IOException("The disk is gone"));
      case "static" -> {
        return Unready.NAME;
      }
      case "color" -> {
        return new Color(1, 2, 3).toString();
      }
      case "scripts" -> {
        return Class.forName("javax.script.ScriptEngineManager").getName();
      }
      default -> {}
    }
    return event;
  }

  private static StackTraceElement frame(String type, String method) {
    return new StackTraceElement(type, method, null, 7);
  }

  private static Exception huge() {
    IllegalStateException error = new IllegalStateException("\u0001".repeat(1 << 20));
    StackTraceElement[] frames = new StackTraceElement[5000];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = frame("com.example." + "C".repeat(60_000), "m" + "\u00e4".repeat(60_000));
    }
    error.setStackTrace(frames);
    for (int i = 0; i < 10_000; i++) {
      error.addSuppressed(new IllegalStateException("\u0001".repeat(10_000)));
    }
    return new Exception("\u0002".repeat(1 << 20), error);
  }

  /** Leaves not a kilobyte of the heap. */
  @SuppressWarnings("InfiniteLoopStatement") // until memory ends
  private static void keepEverything() {
    for (int size = 1 << 20; ; ) {
      try {
        KEPT.add(new byte[size]);
      } catch (OutOfMemoryError e) {
        if (size <= 16) {
          throw e;
        }
        size /= 2;
      }
    }
  }

  /** Goes on with so many times 24 bytes of the heap, as a function may that catches all. */
  @SuppressWarnings("InfiniteLoopStatement") // until memory ends
  private static void leave(int objects) {
    try {
      while (true) {
        chain = new Object[] {chain};
      }
    } catch (OutOfMemoryError e) {
      for (int i = 0; i < objects; i++) {
        chain = (Object[]) chain[0];
      }
    }
  }

  @SuppressWarnings("InfiniteLoopStatement") // until memory ends
  private static void keepClasses() throws Exception {
    String name = Failures.class.getName();
    byte[] bytes;
    try (InputStream in = Failures.class.getResourceAsStream("Failures.class")) {
      bytes = Objects.requireNonNull(in).readAllBytes();
    }
    while (true) {
      KEPT.add(new Definer().define(name, bytes));
    }
  }

  private static final class Definer extends ClassLoader {
    Class<?> define(String name, byte[] bytes) {
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  /** A class that cannot be initialized. */
  private static final class Unready {
    static final String NAME = name();

    private static String name() {
      throw new IllegalStateException("No name for it");
    }
  }

  /** An exception that says nothing of itself. */
  public static final class Nulls extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    @Override
    public @Nullable String getMessage() {
      return null;
    }

    @Override
    @SuppressWarnings("NullAway") // as functions do
    public StackTraceElement[] getStackTrace() {
      return null;
    }

    @Override
    public synchronized Throwable getCause() {
      return this;
    }

    @Override
    @SuppressWarnings({"NullAway", "ToStringReturnsNull"})
    public String toString() {
      return null;
    }
  }
}
