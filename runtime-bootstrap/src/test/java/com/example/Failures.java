package com.example;

import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Fails in the way that its event names; any other event is the response. */
public final class Failures implements Handler<String, String> {

  @Override
  public String handle(String event, Invocation invocation) throws Exception {
    switch (event) {
      case "plain" -> throw new IllegalStateException("The stock is empty");
      case "checked" -> throw new OrderException("No such order");
      case "error" -> throw new AssertionError("Must not be");
      case "numbered" -> throw new Error404("Not there");
      case "anonymous" -> throw new RuntimeException("nameless") {};
      case "cause" -> {
        IllegalStateException error =
            new IllegalStateException("outer", new OrderException("inner"));
        error.addSuppressed(new IOException("while closing"));
        throw error;
      }
      case "cycle" -> {
        Exception outer = new Exception("outer");
        Exception inner = new Exception("inner", outer);
        outer.initCause(inner);
        outer.addSuppressed(inner);
        throw outer;
      }
      case "deep" -> {
        Exception error = new Exception("0");
        for (int i = 1; i < 1000; i++) {
          error = new Exception(Integer.toString(i), error);
        }
        throw error;
      }
      case "null message" -> throw new IllegalStateException();
      case "throwing message" -> throw new Hostile(new IllegalStateException("from getMessage"));
      case "erring message" -> throw new Hostile(new AssertionError("from getMessage"));
      case "throwing cause" -> throw new HostileCause();
      case "surrogates" -> throw new IllegalStateException("a\ud800b\udc00c\ud83d\ude00d");
      case "long message" -> throw new IllegalStateException("m".repeat(1024 * 1024));
      case "recursion" -> throw new IllegalStateException("depth " + endless(0));
      case "heap" -> throw new IllegalStateException("bytes " + fill().length);
      case "interrupt" -> Thread.currentThread().interrupt();
      case "interrupt and fail" -> {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted");
      }
      case "interrupted?" -> {
        return Boolean.toString(Thread.currentThread().isInterrupted());
      }
      default -> {}
    }
    return event;
  }

  private static int endless(int depth) {
    return depth < 0 ? 0 : endless(depth + 1) + 1;
  }

  private static byte[][] fill() {
    byte[][] blocks = new byte[1 << 20][];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new byte[1 << 20];
    }
    return blocks;
  }

  public static final class OrderException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    OrderException(String message) {
      super(message);
    }
  }

  /** Its name has digits, which Lambda does not take for a type. */
  public static final class Error404 extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    Error404(String message) {
      super(message);
    }
  }

  /** An exception whose message cannot be had. */
  public static final class Hostile extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final Throwable instead;

    Hostile(Throwable instead) {
      this.instead = instead;
    }

    @Override
    public @Nullable String getMessage() {
      if (instead instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) instead;
    }
  }

  /** An exception whose cause cannot be had. */
  public static final class HostileCause extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    HostileCause() {
      super("hostile");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("from getCause");
    }
  }
}
