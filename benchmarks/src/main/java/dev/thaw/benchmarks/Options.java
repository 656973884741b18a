package dev.thaw.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param starts samples for each subject and event; in the warm mode processes for each subject
 * @param subjects names, in the order of the table
 * @param warm measure the warm loop instead of cold starts
 * @param codecs measure reading and writing of events instead
 * @param layouts measure the layer and the image with each cache instead
 * @param layer the layer's zip, or what it holds; null for the build's
 * @param image a folder with an unpacked image; null leaves the image out
 * @param variants a file of the floor's variants, measured instead
 * @param thaw the assembled runtime; null for the build's
 * @param jre null for Thaw's
 * @param jdk null for the one that runs this
 */
record Options(
    int starts,
    List<String> subjects,
    List<BenchEvent> events,
    boolean warm,
    boolean codecs,
    boolean layouts,
    @Nullable Path layer,
    @Nullable Path image,
    @Nullable Path variants,
    @Nullable Path thaw,
    @Nullable Path jre,
    @Nullable Path jdk) {
  static final String USAGE =
      """
      bin/bench [--starts N] [--subjects floor,thaw,thaw-layer,aws-aot,aws]
                [--events alb,sqs,s3,kinesis,dynamodb,pojo] [--quick] [--warm]
                [--codecs] [--variants FILE] [--thaw DIR] [--jre DIR] [--jdk DIR]
                [--layouts] [--layer ZIP] [--image DIR]

        --starts N       samples for each subject and event, at least 15 to be quoted (default 15)
        --quick          5 samples
        --warm           CPU time per invocation after 2000 of warm-up, not cold starts
        --codecs         events read and written by Thaw and by AWS's library (JMH, five minutes)
        --variants FILE  the floor under other flags: a name and JVM flags on each line
        --layouts        the layer at /opt and the image, each with the function's own cache, the
                         layer's and none, beside the floor there (default: events sqs,pojo)
        --layer ZIP      the layer's zip, or a folder with what it holds, trained at /opt
                         (default: container-base-image/target/thaw-layer-*.zip)
        --image DIR      the image's file system, as "buildah mount" shows it
        --thaw DIR       the assembled runtime (default: container-base-image/target/thaw)
        --jre DIR        the floor's JRE (default: Thaw's own)
        --jdk DIR        for AWS's client as people run it (default: the JDK that runs this)
      """;

  static final List<String> ALL_SUBJECTS = List.of("floor", "thaw", "thaw-layer", "aws-aot", "aws");

  /**
   * @throws IllegalArgumentException for an option or a value that does not exist
   */
  static Options parse(String[] arguments) {
    int starts = 15;
    List<String> subjects = ALL_SUBJECTS;
    List<BenchEvent> events = null;
    boolean warm = false;
    boolean codecs = false;
    boolean layouts = false;
    Path layer = null;
    Path image = null;
    Path variants = null;
    Path thaw = null;
    Path jre = null;
    Path jdk = null;
    for (int at = 0; at < arguments.length; at++) {
      switch (arguments[at]) {
        case "--quick" -> starts = 5;
        case "--warm" -> warm = true;
        case "--codecs" -> codecs = true;
        case "--layouts" -> layouts = true;
        case "--layer" -> layer = Path.of(value(arguments, ++at)).toAbsolutePath();
        case "--image" -> image = Path.of(value(arguments, ++at)).toAbsolutePath();
        case "--starts" -> starts = Integer.parseInt(value(arguments, ++at));
        case "--subjects" -> subjects = subjects(value(arguments, ++at));
        case "--events" -> events = events(value(arguments, ++at));
        case "--variants" -> variants = Path.of(value(arguments, ++at)).toAbsolutePath();
        case "--thaw" -> thaw = Path.of(value(arguments, ++at)).toAbsolutePath();
        case "--jre" -> jre = Path.of(value(arguments, ++at)).toAbsolutePath();
        case "--jdk" -> jdk = Path.of(value(arguments, ++at)).toAbsolutePath();
        default -> throw new IllegalArgumentException("unknown option " + arguments[at]);
      }
    }
    if (events == null) {
      events = layouts ? List.of(BenchEvent.SQS, BenchEvent.POJO) : List.of(BenchEvent.values());
    }
    return new Options(
        starts, subjects, events, warm, codecs, layouts, layer, image, variants, thaw, jre, jdk);
  }

  private static String value(String[] arguments, int at) {
    if (at == arguments.length) {
      throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
    }
    return arguments[at];
  }

  private static List<String> subjects(String names) {
    List<String> subjects = List.of(names.split(",", -1));
    for (String name : subjects) {
      if (!ALL_SUBJECTS.contains(name)) {
        throw new IllegalArgumentException("unknown subject " + name);
      }
    }
    return subjects;
  }

  private static List<BenchEvent> events(String names) {
    return Arrays.stream(names.split(",", -1))
        .map(name -> BenchEvent.valueOf(name.toUpperCase(Locale.ROOT)))
        .toList();
  }
}
