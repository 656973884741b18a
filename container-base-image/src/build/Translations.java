import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The JDK's own error messages in other languages than English, which are its 2.6 MB: where they
 * are missing the English ones serve. Dates, numbers and names of countries are other resources,
 * and stay.
 */
final class Translations {
  /** XResources are not messages, but how xsl:number counts in a language. */
  private static final Pattern TRANSLATED =
      Pattern.compile(
          "(?<name>.*/(?!XResources_)[^/]+)_(de|es|fr|it|ja|ko|pt_BR|sv|zh_CN|zh_HK|zh_TW)"
              + "(?<type>\\.class|\\.properties)");

  /** Data about languages, for those who add it. */
  private static final Set<String> LEFT_ALONE = Set.of("jdk.localedata", JavaBeans.MODULE);

  private Translations() {}

  /** Their names, as jlink's {@code --exclude-resources} wants them. */
  static String resources() throws IOException {
    Set<String> found = new TreeSet<>();
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      String name = module.descriptor().name();
      if (LEFT_ALONE.contains(name)) {
        continue;
      }
      try (ModuleReader reader = module.open()) {
        for (String resource : reader.list().toList()) {
          var match = TRANSLATED.matcher(resource);
          if (match.matches()
              && reader.find(match.group("name") + match.group("type")).isPresent()) {
            found.add("/" + name + "/" + resource);
          }
        }
      }
    }
    return String.join(",", found);
  }
}
