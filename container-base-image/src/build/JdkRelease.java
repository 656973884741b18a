import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a JDK's file {@code release} says of it. */
record JdkRelease(Map<String, String> lines) {
  /** What jlink leaves out of the JRE's own file, and who gets a JVM wants to know of it. */
  private static final List<String> ORIGIN =
      List.of(
          "IMPLEMENTOR",
          "IMPLEMENTOR_VERSION",
          "JAVA_RUNTIME_VERSION",
          "LIBC",
          "OS_ARCH",
          "SOURCE",
          "SOURCE_REPO");

  static JdkRelease read(Path home) throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : Files.readAllLines(home.resolve("release"))) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        lines.put(line.substring(0, equals), line.substring(equals + 1).replace("\"", ""));
      }
    }
    return new JdkRelease(lines);
  }

  String get(String name) {
    return lines.getOrDefault(name, "");
  }

  /** {@code temurin-25.0.3}: short enough for a file's name. */
  String shortName() {
    String vendor = get("IMPLEMENTOR_VERSION");
    if (vendor.isEmpty() || !Character.isLetter(vendor.charAt(0))) {
      vendor = get("IMPLEMENTOR");
    }
    int end = 0;
    while (end < vendor.length() && Character.isLetterOrDigit(vendor.charAt(end))) {
      end++;
    }
    String name =
        end == 0 ? "openjdk" : vendor.substring(0, end).toLowerCase(java.util.Locale.ROOT);
    return name + "-" + get("JAVA_VERSION");
  }

  /** Completes the JRE's own file, which jlink writes. */
  void complete(Path jre) throws IOException {
    Path file = jre.resolve("release");
    Map<String, String> merged = new java.util.TreeMap<>(read(jre).lines());
    for (String name : ORIGIN) {
      if (lines.containsKey(name)) {
        merged.put(name, get(name));
      }
    }
    StringBuilder text = new StringBuilder();
    merged.forEach((name, value) -> text.append(name + "=\"" + value + "\"\n"));
    Files.writeString(file, text);
  }
}
