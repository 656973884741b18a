package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Intercepted;
import dev.thaw.handler.Interceptor;
import dev.thaw.handler.Invocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Interceptors and handlers in them. */
public final class Intercepting {
  private Intercepting() {}

  /** Prints when it is entered and left. */
  private record Named(String name) implements Interceptor {
    @Override
    public @Nullable Object intercept(
        @Nullable Object event,
        Invocation invocation,
        Handler<@Nullable Object, @Nullable Object> next)
        throws Exception {
      System.out.println("enter " + name);
      try {
        return next.handle(event, invocation);
      } finally {
        System.out.println("leave " + name);
      }
    }
  }

  /** What the interceptors named by the variable have in common. */
  public abstract static class Base implements Interceptor {
    private final Named named = new Named(getClass().getSimpleName());

    @Override
    public @Nullable Object intercept(
        @Nullable Object event,
        Invocation invocation,
        Handler<@Nullable Object, @Nullable Object> next)
        throws Exception {
      return named.intercept(event, invocation, next);
    }
  }

  public static final class First extends Base {}

  public static final class Second extends Base {
    public Second(Environment environment) {
      System.out.println("second has " + environment.get("TABLE", "nothing"));
    }

    @Override
    public void initialized(Instant began, Instant ended) {
      System.out.println("initialized " + began.isBefore(ended));
    }
  }

  public static final class Demanding extends Base {
    public Demanding(Environment environment) {
      System.out.println("audits to " + environment.require("AUDIT_TABLE"));
    }
  }

  public static final class Broken extends Base {
    public Broken() {
      throw new IllegalStateException("cannot be built");
    }
  }

  /** Hands on another event. */
  public static final class Replacing implements Interceptor {
    @Override
    public @Nullable Object intercept(
        @Nullable Object event,
        Invocation invocation,
        Handler<@Nullable Object, @Nullable Object> next)
        throws Exception {
      Object replaced =
          event instanceof InputStream in
              ? new ByteArrayInputStream(("<" + text(in) + ">").getBytes(StandardCharsets.UTF_8))
              : event + " replaced";
      return next.handle(replaced, invocation);
    }
  }

  /** Answers in the handler's place. */
  public static final class Answering implements Interceptor {
    @Override
    public @Nullable Object intercept(
        @Nullable Object event,
        Invocation invocation,
        Handler<@Nullable Object, @Nullable Object> next) {
      return event instanceof InputStream
          ? "\"answered in bytes\"".getBytes(StandardCharsets.UTF_8)
          : "answered";
    }
  }

  /** Answers a handler of bytes with a text. */
  public static final class Mistaken implements Interceptor {
    @Override
    public @Nullable Object intercept(
        @Nullable Object event,
        Invocation invocation,
        Handler<@Nullable Object, @Nullable Object> next) {
      return "a text";
    }
  }

  public static final class Refusing implements Interceptor {
    @Override
    public @Nullable Object intercept(
        @Nullable Object event,
        Invocation invocation,
        Handler<@Nullable Object, @Nullable Object> next) {
      throw new SecurityException("not you");
    }
  }

  public static final class Echo implements Handler<String, String> {
    @Override
    public String handle(String event, Invocation invocation) {
      System.out.println("handler");
      return event;
    }
  }

  public static final class OldEcho implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String event, Context context) {
      System.out.println("handler");
      return event;
    }
  }

  public static final class StreamEcho implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      System.out.println("handler");
      in.transferTo(out);
    }
  }

  /** Names interceptors of its own. */
  public static final class Own implements Handler<String, String>, Intercepted {
    @Override
    public List<Interceptor> interceptors(Environment environment) {
      return List.of(new Named("own " + environment.get("TABLE", "1")), new Named("own 2"));
    }

    @Override
    public String handle(String event, Invocation invocation) {
      System.out.println("handler");
      return event;
    }
  }

  /** Lacks a variable in its constructor and another in its interceptors. */
  public static final class Lacking implements Handler<String, String>, Intercepted {
    public Lacking(Environment environment) {
      var _ = environment.requireInt("SIZE");
    }

    @Override
    public List<Interceptor> interceptors(Environment environment) {
      String name = environment.require("NAME");
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a name has letters");
      }
      return List.of(new Named(name));
    }

    @Override
    public String handle(String event, Invocation invocation) {
      return event;
    }
  }

  /** Sleeps, or spins, for that many milliseconds. */
  public static final class Slow implements Handler<String, String> {
    @Override
    public String handle(String event, Invocation invocation) throws Exception {
      if (event.equals("interrupted?")) {
        return String.valueOf(Thread.currentThread().isInterrupted());
      }
      long millis = Long.parseLong(event.substring(1));
      if (event.startsWith("s")) {
        Thread.sleep(millis);
      } else {
        spin(Instant.now().plusMillis(millis));
      }
      return "done";
    }

    private static void spin(Instant end) {
      while (Instant.now().isBefore(end)) {
        Thread.onSpinWait();
      }
    }
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
