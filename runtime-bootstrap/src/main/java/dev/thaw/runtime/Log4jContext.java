package dev.thaw.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * The context that Log4j adds to the records of a thread, where users' layouts look for {@code
 * AWSRequestId}: that of the function's Log4j 2, and of Log4j 1 if it has that.
 */
final class Log4jContext {
  private static final String KEY = "AWSRequestId";
  private static final MethodType PUT =
      MethodType.methodType(void.class, String.class, String.class);
  private static final MethodType REMOVE = MethodType.methodType(void.class, String.class);

  private final List<Slot> slots;

  private Log4jContext(List<Slot> slots) {
    this.slots = slots;
  }

  private record Slot(MethodHandle put, MethodHandle remove) {}

  static Log4jContext of(ClassLoader loader) {
    List<Slot> slots = new ArrayList<>();
    add(slots, loader, "org.apache.logging.log4j.ThreadContext", String.class);
    add(slots, loader, "org.apache.log4j.MDC", Object.class);
    if (slots.isEmpty()) {
      FunctionLog.PROCESS.warn(
          "Log4j's records carry no request id: neither ThreadContext nor MDC is there");
    }
    return new Log4jContext(slots);
  }

  private static void add(List<Slot> slots, ClassLoader loader, String name, Class<?> value) {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      Class<?> type = Class.forName(name, true, loader);
      MethodHandle put = lookup.findStatic(type, "put", PUT.changeParameterType(1, value));
      slots.add(new Slot(put.asType(PUT), lookup.findStatic(type, "remove", REMOVE)));
    } catch (ReflectiveOperationException | LinkageError e) {
      // The function has the other Log4j, or none, which is then said.
    }
  }

  /** Tells the calling thread's context. */
  void put(String requestId) {
    for (Slot slot : slots) {
      try {
        slot.put().invokeExact(KEY, requestId);
      } catch (Throwable e) {
        FunctionLog.PROCESS.error("Log4j does not take the request id", e);
      }
    }
  }

  /** Takes it back. */
  void remove() {
    for (Slot slot : slots) {
      try {
        slot.remove().invokeExact(KEY);
      } catch (Throwable e) {
        FunctionLog.PROCESS.error("Log4j does not give back the request id", e);
      }
    }
  }
}
