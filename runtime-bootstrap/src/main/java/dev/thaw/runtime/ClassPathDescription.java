package dev.thaw.runtime;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about an element of this process's class path; for tools.
 *
 * @param path as on the class path
 * @param own whether it is the runtime's, not the function's
 * @param usable whether it is a jar or a folder; the JVM passes over what is neither
 * @param version of the library in it, as its build has written it down; null if that did not
 * @param hidden what is in it that the runtime's own libraries hide, an entry a library; one of the
 *     same version is left out
 */
public record ClassPathDescription(
    String path, boolean own, boolean usable, @Nullable String version, List<String> hidden) {
  private static final String OUR_CLASSES = "dev/thaw/";
  private static final String OUR_JARS = "thaw-";

  /** Describes the class path, in its order. */
  public static List<ClassPathDescription> all() {
    List<ClassPathDescription> descriptions = new ArrayList<>();
    List<ClassPathElement> ours = new ArrayList<>();
    String home = System.getProperty("thaw.home", "/none") + "/lib/";
    String path = System.getProperty("java.class.path", "");
    for (String name : path.split(File.pathSeparator, -1)) {
      boolean own = name.startsWith(home);
      ClassPathElement element = ClassPathElement.open(name, own);
      if (element == null) {
        descriptions.add(new ClassPathDescription(name, own, false, null, List.of()));
        continue;
      }
      String version = element.version(element.artifact());
      List<String> hidden = own ? List.of() : hidden(element, ours);
      descriptions.add(new ClassPathDescription(name, own, true, version, hidden));
      if (own) {
        ours.add(element);
      } else {
        element.close();
      }
    }
    for (ClassPathElement element : ours) {
      element.close();
    }
    return descriptions;
  }

  private static List<String> hidden(ClassPathElement brought, List<ClassPathElement> ours) {
    List<String> hidden = new ArrayList<>();
    for (ClassPathElement our : ours) {
      if (brings(brought, our)) {
        String version = our.version(our.artifact());
        if (version == null || !version.equals(brought.version(our.artifact()))) {
          hidden.add(brought.brought(our.artifact()) + " is hidden by " + our.described());
        }
      }
    }
    return hidden;
  }

  /** Our jars stand in for a few classes of others, which says nothing of those. */
  private static boolean brings(ClassPathElement brought, ClassPathElement our) {
    if (brought.artifact().equals(our.artifact())) {
      return true;
    }
    boolean ours = our.artifact().startsWith(OUR_JARS);
    for (String entry : our.classes()) {
      if ((!ours || entry.startsWith(OUR_CLASSES)) && brought.has(entry)) {
        return true;
      }
    }
    return false;
  }
}
