package dev.thaw.runtime.graal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/**
 * The function's resource bundles, which a native executable finds only if they are named to the
 * builder with their locales.
 */
final class ResourceBundles {
  private static final String SUFFIX = ".properties";

  /**
   * One that is to be registered.
   *
   * @param name of the bundle, without a locale
   */
  record Bundle(String name, Locale locale) {}

  private ResourceBundles() {}

  /**
   * Finds them.
   *
   * @param resources the paths of the function's resources
   * @param code the classes that its code reaches
   */
  static List<Bundle> of(List<String> resources, Iterable<Class<?>> code) {
    Set<String> names = new TreeSet<>();
    for (String resource : resources) {
      if (resource.endsWith(SUFFIX) && !resource.startsWith("META-INF/")) {
        names.add(resource.substring(0, resource.length() - SUFFIX.length()).replace('/', '.'));
      }
    }
    List<Bundle> bundles = new ArrayList<>();
    for (String name : names) {
      bundles.add(bundle(name, names));
    }
    for (Class<?> type : code) {
      if (ResourceBundle.class.isAssignableFrom(type)) {
        bundles.add(new Bundle(type.getName(), Locale.ROOT));
      }
    }
    return bundles;
  }

  /** The part of a name that is a locale, if the rest is the name of a bundle as well. */
  private static Bundle bundle(String name, Set<String> names) {
    int start = name.lastIndexOf('.') + 1;
    for (int i = name.indexOf('_', start); i > start; i = name.indexOf('_', i + 1)) {
      String base = name.substring(0, i);
      if (names.contains(base)) {
        Locale locale = Locale.forLanguageTag(name.substring(i + 1).replace('_', '-'));
        if (!locale.equals(Locale.ROOT)) {
          return new Bundle(base, locale);
        }
      }
    }
    return new Bundle(name, Locale.ROOT);
  }
}
