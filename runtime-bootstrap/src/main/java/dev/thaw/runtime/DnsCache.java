package dev.thaw.runtime;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * The addresses that the JDK remembers. Java has no word to make it forget them, and the time that
 * they are kept for does not pass while a snapshot lies in store.
 *
 * <p>They stand in private fields. The flag {@code --add-opens}, given under SnapStart only, would
 * make the JVM refuse every cache, since those are made without it; a Java agent opens the package
 * as well, and is accepted. So the launcher names the runtime's own jar as one.
 */
public final class DnsCache {
  private static final String PACKAGE = "java.net";

  private DnsCache() {}

  /**
   * Opens the JDK's package to the runtime; the JVM calls it before {@code main}.
   *
   * @param argument none
   * @param instrumentation the JVM's
   */
  public static void premain(String argument, Instrumentation instrumentation) {
    instrumentation.redefineModule(
        InetAddress.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of(PACKAGE, Set.of(DnsCache.class.getModule())),
        Set.of(),
        Map.of());
  }

  /**
   * Makes the JDK ask for every name anew.
   *
   * @throws ReflectiveOperationException if this JDK keeps them elsewhere
   * @throws RuntimeException if the package was not opened
   */
  static void drop() throws ReflectiveOperationException {
    ((Map<?, ?>) field("cache")).clear();
    ((Collection<?>) field("expirySet")).clear();
  }

  private static Object field(String name) throws ReflectiveOperationException {
    Field field = InetAddress.class.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(null);
  }
}
