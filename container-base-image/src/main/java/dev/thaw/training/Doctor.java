package dev.thaw.training;

import dev.thaw.runtime.CacheDescription;
import dev.thaw.runtime.ClassPathDescription;
import dev.thaw.runtime.HandlerDescription;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code thaw-doctor}: what the runtime sees of a function, its cache and its flags. The launcher
 * starts it in the runtime's place, so that it need not guess: it looks at its own process. Nothing
 * is written, no code of the function is run; agents are, as in a start.
 */
final class Doctor {
  private static final long MOST = 250L << 20;

  private static final String AWS_EVENTS = "com.amazonaws.services.lambda.runtime.events.";

  private final DoctorReport report = new DoctorReport();
  private final Map<String, String> environment = System.getenv();
  private final String handler = environment.getOrDefault("_HANDLER", "");
  private final String taskRoot = System.getProperty("user.dir");
  private final Path home = Path.of(System.getProperty("thaw.home"));
  private final List<ClassPathDescription> classPath = new ArrayList<>();

  private Doctor() {
    String training = home + "/lib/training/"; // the doctor's own, which no start has
    for (ClassPathDescription element : ClassPathDescription.all()) {
      if (!element.path().startsWith(training)) {
        classPath.add(element);
      }
    }
  }

  /**
   * Prints what it finds. The process ends with 0 if the function starts as fast as it can, with 1
   * if something stands in the way.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException {
    System.exit(new Doctor().run());
  }

  private int run() throws IOException {
    runtime();
    function();
    boolean cached =
        new CacheCheckup(report, environment, home, Path.of(taskRoot), handler).describe();
    JvmFlags.describe(report, environment, cached);
    elements();
    sizes();
    int problems = report.problems();
    System.out.print(report);
    System.out.println(
        problems == 0
            ? "Nothing stands in the way of a fast start."
            : problems + (problems == 1 ? " problem" : " problems") + ", marked with !");
    return problems == 0 ? 0 : 1;
  }

  private void runtime() {
    String version = version("thaw-runtime-bootstrap.jar");
    report.say(
        "Thaw",
        (version == null ? "" : version + ", ")
            + "layer build "
            + CacheDescription.layerBuild()
            + ", "
            + home);
    report.say(
        "JRE",
        System.getProperty("java.vendor")
            + " "
            + System.getProperty("java.runtime.version")
            + ", "
            + ModuleFinder.ofSystem().findAll().size()
            + " modules, "
            + trusted());
  }

  private @Nullable String version(String jar) {
    for (ClassPathDescription element : classPath) {
      if (element.path().endsWith("/" + jar)) {
        return element.version();
      }
    }
    return null;
  }

  private static String trusted() {
    File store = new File(System.getProperty("java.home"), "lib/security/cacerts");
    try {
      return KeyStore.getInstance(store, (char[]) null).size() + " trusted certificates";
    } catch (IOException | GeneralSecurityException e) {
      return "no trust store";
    }
  }

  private void function() throws IOException {
    try (FunctionClasses classes = FunctionClasses.of(taskRoot, classPath)) {
      String problem = HandlerDescription.problem(handler, classes);
      if (problem != null) {
        report.problem("Function", handler + " in " + taskRoot + ": " + problem);
        return;
      }
      report.say(
          "Function",
          handler
              + " in "
              + taskRoot
              + ", event "
              + eventType(classes)
              + ", "
              + HandlerDescription.reading(handler, classes));
    } catch (ReflectiveOperationException e) {
      report.problem("Function", handler + ": " + e.getMessage());
    }
  }

  private String eventType(ClassLoader classes) throws ReflectiveOperationException {
    String type = HandlerDescription.eventType(handler, classes);
    return type.startsWith(AWS_EVENTS) ? type.substring(AWS_EVENTS.length()) : type;
  }

  private void elements() {
    int longest = 0;
    for (ClassPathDescription element : classPath) {
      longest = Math.max(longest, shown(element).length());
    }
    for (ClassPathDescription element : classPath) {
      File file = new File(element.path());
      String name = shown(element);
      if (!element.usable()) {
        report.problem("Class path", name + " is no jar that can be read: replace or remove it.");
        continue;
      }
      String size = file.isFile() ? DoctorReport.size(file.length()) : "folder";
      String version = element.version();
      report.say(
          "Class path",
          (element.own() ? "ours      " : "function  ")
              + name
              + " ".repeat(longest - name.length() + Math.max(2, 11 - size.length()))
              + size
              + (version == null ? "" : "  " + version));
    }
    for (ClassPathDescription element : classPath) {
      for (String hidden : element.hidden()) {
        report.say("Shadowed", hidden);
      }
    }
  }

  private String shown(ClassPathDescription element) {
    String path = element.path();
    if (element.own()) {
      return new File(path).getName();
    }
    if (path.equals(taskRoot + "/")) {
      return "what lies loose";
    }
    return path.startsWith(taskRoot + "/") ? path.substring(taskRoot.length() + 1) : path;
  }

  private void sizes() throws IOException {
    long function = Sizes.of(Path.of(taskRoot));
    long caches = Sizes.of(Path.of(taskRoot, ".thaw"));
    long layers = Sizes.of(home.resolveSibling("bootstrap")) + Sizes.of(home);
    if (home.equals(Path.of("/opt/thaw"))) {
      layers = Sizes.of(Path.of("/opt"));
    }
    report.say(
        "Sizes",
        "function "
            + DoctorReport.size(function)
            + " (its cache "
            + DoctorReport.size(caches)
            + ") + layers "
            + DoctorReport.size(layers)
            + " = "
            + DoctorReport.size(function + layers)
            + " of Lambda's 250 MB"
            + (function + layers > MOST ? ": only an image can hold them" : ""));
  }
}
