package dev.thaw.runtime;

import java.util.Iterator;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Gives {@link System.Logger}s that write to the function's log; found by the JDK when somebody
 * asks for the first. A function that brings a finder of its own, as bindings of logging frameworks
 * are, has that one: ours only comes first since our jar does.
 */
public final class SystemLoggerFinder extends System.LoggerFinder {
  private final System.@Nullable LoggerFinder functions = find();

  /** Called by the JDK. */
  public SystemLoggerFinder() {}

  private static System.@Nullable LoggerFinder find() {
    Iterator<ServiceLoader.Provider<System.LoggerFinder>> found =
        ServiceLoader.load(System.LoggerFinder.class, ClassLoader.getSystemClassLoader()).stream()
            .iterator();
    while (found.hasNext()) {
      ServiceLoader.Provider<System.LoggerFinder> provider = found.next();
      if (provider.type() != SystemLoggerFinder.class) {
        return provider.get();
      }
    }
    return null;
  }

  @Override
  public System.Logger getLogger(String name, Module module) {
    return functions == null ? new SystemLogger(name) : functions.getLogger(name, module);
  }
}
