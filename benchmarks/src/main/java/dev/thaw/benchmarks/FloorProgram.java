package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The floor as a subject: {@link dev.thaw.benchmarks.floor.Floor} on a given JRE with given flags
 * and an AOT cache of its own, made for exactly these.
 *
 * @param name as it stands in the table
 * @param jre where {@code bin/java} is
 * @param flags of the JVM
 * @param jar what holds the main class
 * @param mainClass takes the answer as its only argument
 */
record FloorProgram(String name, Path jre, List<String> flags, Path jar, String mainClass) {
  /**
   * The fastest set that real functions can use as well. Interpreting, or compiling much later
   * ({@code CompileThresholdScaling}), starts this program faster still and any real one slower.
   */
  static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTReplayTraining",
          "-XX:ArchiveRelocationMode=0",
          // the JRE's default, or the first socket reads the whole security configuration
          "-Djdk.includeInExceptions=hostInfoExclSocket",
          // as Thaw's launcher, or reflection begins with method handles
          "-Djdk.reflect.useNativeAccessorOnly=true");

  FloorProgram(String name, Path jre, List<String> flags, Path jar) {
    this(name, jre, flags, jar, "dev.thaw.benchmarks.floor.Floor");
  }

  /**
   * Makes the cache.
   *
   * @param directory takes the cache, the log and the task root
   */
  Path train(Path directory) throws IOException, InterruptedException, MeasurementException {
    Path cache = directory.resolve(name + ".aot");
    Path log = directory.resolve(name + ".log");
    List<String> record = List.of("-XX:AOTMode=record", "-XX:AOTCacheOutput=" + cache);
    Training.run(subject(record, directory, BenchEvent.SQS), BenchEvent.SQS, cache, log);
    return cache;
  }

  /** The floor that answers an event, from its cache. A cache that does not fit is an error. */
  Subject subject(Path cache, Path directory, BenchEvent event) {
    return subject(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache), directory, event);
  }

  /**
   * The floor under further flags.
   *
   * @param directory the task root
   */
  Subject subject(List<String> aot, Path directory, BenchEvent event) {
    List<String> command = new ArrayList<>();
    command.add(jre.resolve("bin/java").toString());
    command.addAll(flags);
    command.addAll(aot);
    command.addAll(List.of("-cp", jar.toString(), mainClass, event.answer()));
    return new Subject(name, command, directory, event.handler());
  }
}
