package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table of modules against the JDK itself. */
class MissingModulesTest {

  @Test
  void everyPackageOfTheTableIsInItsModuleAndInNoOther() throws Exception {
    Map<String, String> packages = exported();
    Map<String, String> told = inAProcessWithNothingButJavaBase(packages);
    assertThat(told).containsEntry("java.awt.event", "java.desktop").hasSizeGreaterThan(100);
    told.forEach((name, module) -> assertThat(module).as(name).isEqualTo(packages.get(name)));
    // Those that the layer's JRE has are the only ones that need not be there.
    packages.keySet().removeAll(told.keySet());
    assertThat(packages.values())
        .isSubsetOf(
            "java.base",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.management.rmi",
            "java.naming",
            "java.net.http",
            "java.rmi",
            "java.security.jgss",
            "java.security.sasl",
            "java.sql",
            "java.transaction.xa",
            "java.xml",
            "jdk.jfr",
            "jdk.management",
            "jdk.net",
            "jdk.unsupported");
  }

  private static Map<String, String> exported() {
    Map<String, String> packages = new TreeMap<>();
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      for (ModuleDescriptor.Exports exports : module.descriptor().exports()) {
        if (!exports.isQualified()) {
          packages.put(exports.source(), module.descriptor().name());
        }
      }
    }
    return packages;
  }

  private static Map<String, String> inAProcessWithNothingButJavaBase(Map<String, String> packages)
      throws IOException {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "--limit-modules=java.base",
                "-cp",
                System.getProperty("java.class.path"),
                Asked.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = process.getOutputStream()) {
      out.write(String.join("\n", packages.keySet()).getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    process.getInputStream().transferTo(answer);
    Map<String, String> told = new TreeMap<>();
    for (String line : answer.toString(StandardCharsets.UTF_8).lines().toList()) {
      int space = line.indexOf(' ');
      told.put(line.substring(0, space), line.substring(space + 1));
    }
    return told;
  }

  /** Answers for each package on standard input. */
  static final class Asked {
    private Asked() {}

    public static void main(String[] args) throws IOException {
      String names = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      for (String name : names.lines().toList()) {
        String module = MissingModules.of(name + ".Any");
        if (module != null) {
          System.out.println(name + " " + module);
        }
      }
    }
  }
}
