import java.util.Map;

/** The driver's options, each with what the builder itself calls it. */
final class BuilderOptions {
  /** Those with a value behind an equals sign. */
  private static final Map<String, String> WITH_VALUE =
      Map.ofEntries(
          Map.entry("--features", "-H:Features="),
          Map.entry("--link-at-build-time", "-H:LinkAtBuildTime="),
          Map.entry("--enable-url-protocols", "-H:EnableURLProtocols="),
          Map.entry("--enable-monitoring", "-H:EnableMonitoringFeatures="),
          Map.entry("--exact-reachability-metadata", "-H:ThrowMissingRegistrationErrors="),
          Map.entry("--add-opens", "-H:AddOpens="),
          Map.entry("--add-exports", "-H:AddExports="),
          Map.entry("--add-reads", "-H:AddReads="),
          Map.entry("--enable-native-access", "-H:EnableNativeAccess="),
          Map.entry("--gc", "-H:SupportedGCs="),
          Map.entry("--parallelism", "-H:NumberOfThreads="),
          Map.entry("--color", "-H:Color="),
          Map.entry("--future-defaults", "-H:FutureDefaults="),
          Map.entry("-march", "-H:MicroArchitecture="));

  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("--no-fallback", "-H:FallbackThreshold=0"),
          Map.entry("--enable-http", "-H:EnableURLProtocols=http"),
          Map.entry("--enable-https", "-H:EnableURLProtocols=https"),
          Map.entry("--link-at-build-time", "-H:LinkAtBuildTime="),
          Map.entry("--silent", "-H:+BuildOutputSilent"),
          Map.entry("--verbose", ""),
          Map.entry("--shared", "-H:+SharedLibrary"),
          Map.entry("-g", "-H:GenerateDebugInfo=2"));

  private static final String BUILD_TIME = "--initialize-at-build-time";
  private static final String RUN_TIME = "--initialize-at-run-time";

  private BuilderOptions() {}

  /**
   * Translates an option.
   *
   * @return empty where there is nothing to say
   * @throws ArgumentException if it is none that is known here
   */
  static String of(String option) throws ArgumentException {
    int equals = option.indexOf('=');
    String name = equals < 0 ? option : option.substring(0, equals);
    String value = equals < 0 ? "" : option.substring(equals + 1);
    switch (name) {
      case BUILD_TIME -> {
        return initialize(value, "build_time");
      }
      case RUN_TIME -> {
        return initialize(value, "run_time");
      }
      case "--static", "--static-nolibc", "--libc" ->
          throw new ArgumentException(
              name + " needs the JDK's libraries to link into the executable: take a GraalVM");
      default -> {
        String own = equals < 0 ? PLAIN.get(name) : WITH_VALUE.get(name);
        if (own != null) {
          return own + value;
        }
        if (option.startsWith("-O") && option.length() == 3) {
          return "-H:Optimize=" + option.charAt(2);
        }
        throw new ArgumentException("there is no option " + name + " here");
      }
    }
  }

  private static String initialize(String classes, String when) {
    StringBuilder option = new StringBuilder("-H:ClassInitialization=");
    for (String name : classes.split(",", -1)) {
      option.append(name).append(':').append(when).append(',');
    }
    option.setLength(option.length() - 1);
    return option.toString();
  }
}
