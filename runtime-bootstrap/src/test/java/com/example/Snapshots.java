package com.example;

import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import dev.thaw.handler.Primed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.crac.CheckpointException;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.crac.RestoreException;

/** Functions that want to know of a snapshot. Each answers with what has happened so far. */
public final class Snapshots {
  private Snapshots() {}

  /** What every handler here does. */
  public abstract static class Base implements Handler<String, String> {
    final List<String> happened = Collections.synchronizedList(new ArrayList<>());

    /** Functions must hold their resources: the context does not. */
    final List<Resource> held = new ArrayList<>();

    final void register(Resource resource) {
      held.add(resource);
      Core.getGlobalContext().register(resource);
    }

    @Override
    public String handle(String event, Invocation invocation) throws Exception {
      return String.join(", ", happened);
    }
  }

  /** Says that it is told. */
  private static class Noting implements Resource {
    private final String name;
    private final List<String> happened;

    Noting(String name, List<String> happened) {
      this.name = name;
      this.happened = happened;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws Exception {
      happened.add("before " + name);
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) throws Exception {
      happened.add("after " + name);
    }
  }

  /** Registers in its static initializer and in its constructor. */
  public static final class Ordered extends Base implements Primed {
    private static final List<String> STATIC_HAPPENED =
        Collections.synchronizedList(new ArrayList<>());
    private static final Resource STATIC = new Noting("static", STATIC_HAPPENED);

    static {
      Core.getGlobalContext().register(STATIC);
    }

    public Ordered() {
      register(new Noting("first", STATIC_HAPPENED));
      register(new Noting("second", STATIC_HAPPENED));
      STATIC_HAPPENED.add("built");
    }

    @Override
    public void prime() {
      STATIC_HAPPENED.add("primed");
    }

    @Override
    public String handle(String event, Invocation invocation) {
      return String.join(", ", STATIC_HAPPENED);
    }
  }

  /** Two resources that are equal, between collections of garbage. */
  public static final class Equal extends Base {
    private record Pool(List<String> happened) implements Resource {
      @Override
      public boolean equals(Object other) {
        return other instanceof Pool;
      }

      @Override
      public int hashCode() {
        return 1;
      }

      @Override
      public void beforeCheckpoint(Context<? extends Resource> context) {
        happened.add("before");
      }

      @Override
      public void afterRestore(Context<? extends Resource> context) {
        happened.add("after");
      }
    }

    public Equal() {
      register(new Pool(happened));
      register(new Pool(happened));
      System.gc();
    }
  }

  /** Registers from within its hooks: what came before the snapshot is told of the restore. */
  public static final class Registering extends Base {
    public Registering() {
      register(
          new Noting("outer", happened) {
            @Override
            public void beforeCheckpoint(Context<? extends Resource> context) throws Exception {
              super.beforeCheckpoint(context);
              Thread other = new Thread(() -> register(new Noting("inner", happened)));
              other.start();
              other.join();
            }

            @Override
            public void afterRestore(Context<? extends Resource> context) throws Exception {
              super.afterRestore(context);
              register(new Noting("late", happened));
            }
          });
    }
  }

  /** Leaves the interrupt flag set, before and after. */
  public static final class Interrupting extends Base {
    public Interrupting() {
      register(
          new Noting("interrupt", happened) {
            @Override
            public void beforeCheckpoint(Context<? extends Resource> context) throws Exception {
              super.beforeCheckpoint(context);
              Thread.currentThread().interrupt();
            }

            @Override
            public void afterRestore(Context<? extends Resource> context) throws Exception {
              super.afterRestore(context);
              Thread.currentThread().interrupt();
            }
          });
    }
  }

  /** Its first and its last hook fail, where the variable FAILS says. */
  public static final class Failing extends Base {
    public Failing() {
      boolean before = "before".equals(System.getenv("FAILS"));
      register(new Refusing("pool in use", before));
      register(new Noting("middle", happened));
      register(new Refusing("file open", before));
    }

    private record Refusing(String why, boolean before) implements Resource {
      @Override
      public void beforeCheckpoint(Context<? extends Resource> context) {
        System.out.println("asked: " + why);
        if (before) {
          throw new IllegalStateException(why);
        }
      }

      @Override
      public void afterRestore(Context<? extends Resource> context) throws Exception {
        System.out.println("asked: " + why);
        throw new IOException(why);
      }
    }
  }

  /** Fails when it is primed. */
  public static final class Unprimed extends Base implements Primed {
    @Override
    public void prime() {
      throw new IllegalStateException("too cold");
    }
  }

  /**
   * Asks for the address of a name when it is built, on another thread once the first address has
   * changed, when it is restored, and when it is invoked.
   */
  public static final class Resolving extends Base {
    public Resolving() throws UnknownHostException {
      happened.add(address());
      register(
          new Noting("", new ArrayList<>()) {
            @Override
            public void beforeCheckpoint(Context<? extends Resource> context) {
              Thread other = new Thread(Resolving.this::resolveOnceItChanged);
              other.setDaemon(true);
              other.start();
            }

            @Override
            public void afterRestore(Context<? extends Resource> context) throws Exception {
              happened.add(address());
            }
          });
    }

    private void resolveOnceItChanged() {
      Path hosts = Path.of(System.getProperty("jdk.net.hosts.file"));
      try {
        while (!Files.readString(hosts).contains("192.0.2.2 ")) {
          Thread.sleep(5);
        }
        happened.add(address());
      } catch (IOException | InterruptedException e) {
        happened.add(e.toString());
      }
      System.out.println("resolved");
    }

    private static String address() throws UnknownHostException {
      return InetAddress.getAllByName("orders.test")[0].getHostAddress();
    }

    @Override
    public String handle(String event, Invocation invocation) throws Exception {
      happened.add(address());
      return super.handle(event, invocation);
    }
  }

  /** Tries to take the snapshot itself. */
  public static final class Impatient extends Base {
    public Impatient() {
      try {
        Core.checkpointRestore();
      } catch (CheckpointException | RestoreException e) {
        happened.add(e.getClass().getSimpleName() + " " + e.getSuppressed().length);
      }
    }
  }
}
