package com.example;

import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import dev.thaw.handler.Primed;
import java.util.Objects;

/** Init phases, good and bad. */
public final class Starts {
  private Starts() {}

  /** What every handler here does, once it is built. */
  public abstract static class Base implements Handler<String, String> {
    @Override
    public String handle(String event, Invocation invocation) {
      return event;
    }
  }

  public static final class Configured extends Base {
    private final String table;

    public Configured() {
      table = "the wrong constructor";
    }

    public Configured(Environment environment) {
      table = environment.require("TABLE");
    }

    @Override
    public String handle(String event, Invocation invocation) {
      return table;
    }
  }

  /** Fails once the extension waits, and says in the end whether it still does. */
  public static final class Watching extends Base {
    public Watching() throws InterruptedException {
      Thread extension = null;
      for (int i = 0; i < 500 && extension == null; i++) {
        Thread.sleep(10);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
          extension = thread.getName().equals("thaw-extension") ? thread : extension;
        }
      }
      Thread watched = Objects.requireNonNull(extension, "no extension");
      Thread.sleep(100);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> report(watched)));
      throw new IllegalStateException("watched");
    }

    private static void report(Thread watched) {
      try {
        watched.join(2000);
      } catch (InterruptedException e) {
        // said below
      }
      System.out.println(watched.isAlive() ? "The extension waits" : "The extension has left");
    }
  }

  public static final class Demanding extends Base {
    public Demanding(Environment environment) {
      String table = environment.require("TABLE");
      int size = environment.requireInt("SIZE");
      boolean fast = environment.requireBoolean("FAST");
      if (table.isEmpty()) {
        throw new IllegalArgumentException("a table has a name " + size + fast);
      }
    }
  }

  public static final class Closing extends Base implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed once");
    }
  }

  public static final class ClosingBadly extends Base implements AutoCloseable {
    @Override
    public void close() {
      throw new IllegalStateException("cannot close");
    }
  }

  public static final class Warm extends Base implements Primed {
    private int primed;

    @Override
    public void prime() {
      primed++;
    }

    @Override
    public String handle(String event, Invocation invocation) {
      return "primed " + primed;
    }
  }

  public static final class WarmingBadly extends Base implements Primed {
    @Override
    public void prime() {
      throw new IllegalStateException("too cold");
    }
  }

  public static final class Throwing extends Base {
    public Throwing() {
      throw new IllegalStateException("No table there");
    }
  }

  public static final class ThrowingInStatic extends Base {
    private static final int VALUE = Integer.parseInt("one");

    @Override
    public String handle(String event, Invocation invocation) {
      return event + VALUE;
    }
  }

  public static final class Demanded extends Base {
    public Demanded(String table) {
      throw new IllegalStateException(table);
    }
  }

  public static final class Private extends Base {
    private Private() {}
  }

  public abstract static class Abstract extends Base {}

  @SuppressWarnings("ClassCanBeStatic")
  public final class Inner extends Base {}

  static final class Hidden extends Base {
    public Hidden() {}
  }

  public static final class Shapeless {}

  /** Threads of the function must not keep a process alive that cannot start. */
  public static final class ThrowingWithThread extends Base {
    public ThrowingWithThread() {
      Thread thread = new Thread(new Forever(), "forever");
      thread.start();
      throw new IllegalStateException("after a thread");
    }
  }

  private static final class Forever implements Runnable {
    @Override
    public void run() {
      try {
        Thread.sleep(600_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Leaves its interrupt flag set, and says whether an invocation meets it. */
  public static final class Interrupting extends Base {
    public Interrupting() {
      Thread.currentThread().interrupt();
    }

    @Override
    public String handle(String event, Invocation invocation) {
      return String.valueOf(Thread.currentThread().isInterrupted());
    }
  }

  public static final class InterruptedAndBroken extends Base {
    public InterruptedAndBroken() {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("as asked");
    }
  }
}
