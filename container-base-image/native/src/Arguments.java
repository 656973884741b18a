import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** What a command line asks for, in the builder's own words. */
final class Arguments {
  private final List<String> options = new ArrayList<>();
  private final List<String> jvm = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private String mainClass = "";
  private String output = "";

  void addAll(List<String> arguments) throws IOException, ArgumentException {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "-cp", "-classpath", "--class-path" -> addClassPath(value(arguments, ++i));
        case "-jar" -> addJar(value(arguments, ++i));
        case "-o" -> output = value(arguments, ++i);
        case "--features",
            "--add-opens",
            "--add-exports",
            "--add-reads",
            "--enable-native-access" ->
            options.add(BuilderOptions.of(argument + "=" + value(arguments, ++i)));
        default -> addOne(argument);
      }
    }
  }

  private void addOne(String argument) throws IOException, ArgumentException {
    if (argument.startsWith("--class-path=")) {
      addClassPath(argument.substring(argument.indexOf('=') + 1));
    } else if (argument.startsWith("-H:Class=")) {
      mainClass = argument.substring(9);
    } else if (argument.startsWith("-D")) {
      jvm.add(argument);
    } else if (argument.startsWith("-J")) {
      jvm.add(argument.substring(2));
    } else if (argument.startsWith("-H:") || argument.startsWith("-R:")) {
      options.add(argument);
    } else if (argument.startsWith("-")) {
      String option = BuilderOptions.of(argument);
      if (!option.isEmpty()) {
        options.add(option);
      }
    } else {
      names.add(argument);
    }
  }

  /** A system property of the build, or an option of its JVM. */
  void addProperty(String argument) {
    jvm.add(argument);
  }

  private static String value(List<String> arguments, int i) throws ArgumentException {
    if (i >= arguments.size()) {
      throw new ArgumentException(arguments.getLast() + " wants a value behind it");
    }
    return arguments.get(i);
  }

  private void addClassPath(String elements) throws IOException {
    for (String element : elements.split(File.pathSeparator, -1)) {
      if (element.endsWith("/*")) {
        try (DirectoryStream<Path> jars =
            Files.newDirectoryStream(
                Path.of(element.substring(0, element.length() - 2)), "*.jar")) {
          List<Path> sorted = new ArrayList<>();
          jars.forEach(sorted::add);
          sorted.sort(null);
          classPath.addAll(sorted);
        }
      } else if (!element.isEmpty() && Files.exists(Path.of(element))) {
        classPath.add(Path.of(element)); // as the JVM, which passes over what is not there
      }
    }
  }

  private void addJar(String name) throws IOException, ArgumentException {
    Path path = Path.of(name);
    classPath.add(path);
    try (JarFile jar = new JarFile(path.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      mainClass = manifest.getValue(Attributes.Name.MAIN_CLASS);
      if (mainClass == null) {
        throw new ArgumentException(name + " names no Main-Class");
      }
      String more = manifest.getValue(Attributes.Name.CLASS_PATH);
      if (more != null) {
        for (String element : more.split(" ", -1)) {
          Path there = path.resolveSibling(element);
          if (!element.isEmpty() && Files.exists(there)) {
            classPath.add(there);
          }
        }
      }
    }
    if (output.isEmpty()) {
      String file = path.getFileName().toString();
      output = file.substring(0, file.length() - (file.endsWith(".jar") ? 4 : 0));
    }
  }

  List<Path> classPath() {
    return classPath.isEmpty() ? List.of(Path.of(".")) : classPath;
  }

  List<String> options() {
    return options;
  }

  List<String> jvm() {
    return jvm;
  }

  String mainClass() throws ArgumentException {
    String name = mainClass.isEmpty() && !names.isEmpty() ? names.getFirst() : mainClass;
    if (name.isEmpty()) {
      throw new ArgumentException("name the main class, or a jar that has one");
    }
    return name;
  }

  /** Where the executable goes: named, behind the main class, or the main class's name. */
  Path executable() throws ArgumentException {
    int behind = mainClass.isEmpty() ? 1 : 0;
    String name =
        !output.isEmpty()
            ? output
            : names.size() > behind ? names.get(behind) : mainClass().toLowerCase(Locale.ROOT);
    return Path.of(name).toAbsolutePath();
  }
}
