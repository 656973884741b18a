package dev.thaw.runtime.graal;

import java.util.Locale;
import org.graalvm.nativeimage.RuntimeOptions;
import org.graalvm.nativeimage.VMRuntime;
import org.jspecify.annotations.Nullable;

/** What the launcher does for a JVM, done by the executable itself before anything else. */
final class NativeStart {
  private NativeStart() {}

  /** Sets what must stand before the executable's own start goes on, and lets it go on. */
  static void prepare() {
    UserOptions options =
        UserOptions.of(variable("JAVA_TOOL_OPTIONS"), variable("THAW_JVM_OPTIONS"));
    MemorySizes sizes = MemorySizes.of(variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
    RuntimeOptions.set("MaxHeapSize", options.heap() > 0 ? options.heap() : sizes.heap());
    RuntimeOptions.set(
        "MaxDirectMemorySize", options.buffers() > 0 ? options.buffers() : sizes.buffers());
    String ttl = variable("AWS_LAMBDA_JAVA_NETWORKADDRESS_CACHE_NEGATIVE_TTL");
    System.setProperty("sun.net.inetaddr.negative.ttl", isTtl(ttl) ? ttl : "1");
    options.setProperties();
    VMRuntime.initialize();
    Locale locale = locale(variable("LC_ALL"), variable("LANG"));
    if (locale != null && !options.nameLocale()) {
      Locale.setDefault(locale);
    }
  }

  /**
   * The locale that {@code LANG} names, of which the C library may know nothing; null if it names
   * none.
   */
  static @Nullable Locale locale(String all, String lang) {
    if (!all.isEmpty()
        || lang.length() < 5
        || lang.charAt(2) != '_'
        || (lang.length() > 5 && lang.charAt(5) != '.')
        || !isBetween(lang, 0, 'a', 'z')
        || !isBetween(lang, 3, 'A', 'Z')) {
      return null;
    }
    return Locale.of(lang.substring(0, 2), lang.substring(3, 5));
  }

  private static boolean isBetween(String text, int at, char first, char last) {
    return text.charAt(at) >= first
        && text.charAt(at) <= last
        && text.charAt(at + 1) >= first
        && text.charAt(at + 1) <= last;
  }

  /** The numbers of seconds that the launcher accepts. */
  static boolean isTtl(String text) {
    if (text.isEmpty() || text.length() > 3 || (text.length() > 1 && text.charAt(0) == '0')) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return text.equals("-1");
      }
    }
    return true;
  }

  static String variable(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }
}
