import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which modules a layer's JRE has, and how large the layer may be.
 *
 * @param name what the zip's name says, or nothing for the one that most functions need
 * @param modules the JRE's, whole ones
 * @param zipped the most bytes of the zip
 * @param unzipped the most bytes of its files
 */
record Variant(String name, Set<String> modules, long zipped, long unzipped) {
  /** What functions and the libraries that they use need; of java.desktop only java.beans. */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.instrument",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "java.xml",
          "jdk.charsets",
          "jdk.crypto.cryptoki",
          "jdk.jfr",
          "jdk.management",
          "jdk.management.agent",
          "jdk.naming.dns",
          "jdk.net",
          "jdk.unsupported",
          "jdk.zipfs");

  private static final List<String> FULL = List.of(JavaBeans.MODULE, "jdk.localedata");

  private static final long MB = 1_000_000;

  static Variant standard() {
    return new Variant("", new TreeSet<>(MODULES), 36 * MB, 108 * MB);
  }

  /** What {@code -Dthaw.variant} and {@code -Dthaw.modules} ask for; null if nothing. */
  static Variant asked() {
    String name = System.getProperty("thaw.variant", "");
    String added = System.getProperty("thaw.modules", "");
    if (!List.of("", "full").contains(name)) {
      throw new IllegalStateException("-Dthaw.variant=" + name + ": the only variant is full");
    }
    if (name.isEmpty() && added.isEmpty()) {
      return null;
    }
    Set<String> modules = new TreeSet<>(MODULES);
    if (name.equals("full")) {
      modules.addAll(FULL);
    }
    if (!added.isEmpty()) {
      modules.addAll(List.of(added.split(",")));
      name = name.isEmpty() ? "custom" : "full-custom";
    }
    return new Variant(name, modules, 58 * MB, 160 * MB);
  }

  boolean has(String module) {
    return modules.contains(module);
  }

  /** {@code thaw-layer-full}. */
  String zipPrefix() {
    return name.isEmpty() ? "thaw-layer" : "thaw-layer-" + name;
  }
}
