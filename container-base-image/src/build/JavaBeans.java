import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * {@code java.beans} without the windows that it shares the module java.desktop with: log4j-core
 * cannot start without it, and frameworks look at classes by its introspector. It is 1 MB of 26.
 *
 * <p>jlink puts whole modules into a JRE, less what it is told to leave out. Every package that the
 * module's descriptor names must hold something, so of each other one the smallest file stays.
 */
final class JavaBeans {
  static final String MODULE = "java.desktop";

  /** Native libraries for windows, sound and fonts, as jlink's {@code --exclude-files} wants it. */
  static final String EXCLUDED_FILES = "regex:/java\\.desktop/.*";

  /** What stays whole: the JDK asks the last of these for content handlers whenever it has any. */
  private static final List<String> KEPT =
      List.of("java/beans/", "com/sun/beans/", "sun/awt/www/content/");

  /** What {@code BeanInfo} names in its methods, and what the introspector asks each class for. */
  private static final List<String> NEEDED =
      List.of("java/awt/Image.class", "javax/swing/SwingContainer.class");

  private JavaBeans() {}

  /** The rest of the module, as jlink's {@code --exclude-resources} wants it. */
  static String excludedResources() throws IOException {
    TreeSet<String> kept = new TreeSet<>(KEPT);
    kept.addAll(NEEDED);
    kept.add("module-info.class");
    kept.addAll(smallestFiles().values());
    StringBuilder all = new StringBuilder();
    for (String name : kept) {
      all.append(all.isEmpty() ? "" : "|").append(name.replace(".", "\\.").replace("$", "\\$"));
      all.append(name.endsWith("/") ? "" : "$");
    }
    return "regex:/java\\.desktop/(?!" + all + ").*";
  }

  private static Map<String, String> smallestFiles() throws IOException {
    ModuleReference module = ModuleFinder.ofSystem().find(MODULE).orElseThrow();
    ModuleDescriptor descriptor = module.descriptor();
    Map<String, String> files = new HashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    try (ModuleReader reader = module.open()) {
      for (String name : reader.list().sorted().toList()) {
        int slash = name.lastIndexOf('/');
        String folder = name.substring(0, Math.max(slash, 0)).replace('/', '.');
        if (descriptor.packages().contains(folder) && slash < name.length() - 1) {
          int size = reader.read(name).orElseThrow().remaining();
          if (size < sizes.getOrDefault(folder, Integer.MAX_VALUE)) {
            sizes.put(folder, size);
            files.put(folder, name);
          }
        }
      }
    }
    return files;
  }
}
