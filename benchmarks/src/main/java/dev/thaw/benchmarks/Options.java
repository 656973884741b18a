package dev.thaw.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param command as it was typed
 * @param parts what is measured, in this order
 * @param starts samples for each subject and event; in the warm loop processes for each subject
 * @param jmh whether cold starts are measured in forks of JMH
 * @param publish whether the report goes into the repository
 * @param guard the commit that this one is compared with
 * @param quick as few of all as show whether it works
 * @param subjects names, in the order of the table
 * @param named which of {@code --subjects} and {@code --events} the command line has
 * @param layer the layer's zip, or what it holds; null for the build's
 * @param image a folder with an unpacked image; null leaves the image out
 * @param variants a file of the floor's variants, measured instead
 * @param thaw the assembled runtime; null for the build's
 * @param jre null for Thaw's
 * @param jdk null for the one that runs this
 */
record Options(
    String command,
    Set<Part> parts,
    int starts,
    boolean quick,
    boolean jmh,
    boolean publish,
    List<String> subjects,
    List<BenchEvent> events,
    Set<String> named,
    @Nullable Path layer,
    @Nullable Path image,
    @Nullable Path variants,
    @Nullable String guard,
    @Nullable Path thaw,
    @Nullable Path jre,
    @Nullable Path jdk) {
  /** Processes for each subject and load of the warm loop, which are long. */
  int warmRounds() {
    return quick ? 1 : 5;
  }

  /** What can be measured. */
  enum Part {
    COLD,
    MEMORY,
    STORAGE,
    WARM,
    CODECS,
    TIMELINE,
    STEPS,
    NATIVE,
    NATIVE_VARIANTS,
    LAYOUTS,
    VARIANTS,
    GUARD,
    REPORT;

    String flag() {
      return "--" + label();
    }

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What is measured where no part is named. */
  static final Set<Part> WHOLE =
      EnumSet.of(
          Part.COLD,
          Part.MEMORY,
          Part.STORAGE,
          Part.WARM,
          Part.CODECS,
          Part.TIMELINE,
          Part.STEPS,
          Part.REPORT);

  static final List<String> ALL_SUBJECTS =
      List.of(
          "floor",
          "thaw",
          "thaw-codec",
          "thaw-layer",
          "thaw-none",
          "aws-aot",
          "aws-cds",
          "aws",
          "aws-jdk");

  /** The subjects of the parts that take long for each. */
  private static final List<String> FEW_SUBJECTS =
      List.of("floor", "thaw", "thaw-layer", "aws-aot", "aws");

  private static final List<String> NATIVE_SUBJECTS =
      List.of("floor", "thaw", NativeFunctions.NATIVE, "aws-aot");

  /** The subjects of a part. */
  List<String> subjects(Part part) {
    if (named.contains("--subjects")) {
      return subjects;
    }
    if (part == Part.NATIVE) {
      return NATIVE_SUBJECTS;
    }
    boolean few = part == Part.MEMORY || part == Part.STORAGE;
    List<String> all = new ArrayList<>(few ? FEW_SUBJECTS : subjects);
    if (parts.contains(Part.NATIVE)) {
      all.add(NativeFunctions.NATIVE);
    }
    if (part == Part.COLD && !quick) {
      all.addAll(Rivals.NAMES);
    }
    return all;
  }

  /** The events of a part. */
  List<BenchEvent> events(Part part) {
    if (named.contains("--events")) {
      return events;
    }
    return switch (part) {
      case MEMORY, LAYOUTS -> List.of(BenchEvent.SQS, BenchEvent.POJO);
      case STORAGE -> List.of(BenchEvent.SQS);
      case NATIVE -> events.stream().filter(event -> event != BenchEvent.CLIENT).toList();
      default -> events;
    };
  }

  /**
   * @throws IllegalArgumentException for an option or a value that does not exist
   */
  static Options parse(String[] arguments) {
    int starts = 15;
    List<String> subjects = ALL_SUBJECTS;
    List<BenchEvent> events = BenchEvent.compared();
    Set<String> named = new HashSet<>();
    boolean quick = false;
    boolean jmh = false;
    boolean publish = false;
    String guard = null;
    Set<Part> parts = EnumSet.noneOf(Part.class);
    Path layer = null;
    Path image = null;
    Path variants = null;
    Path thaw = null;
    Path jre = null;
    Path jdk = null;
    for (int at = 0; at < arguments.length; at++) {
      switch (arguments[at]) {
        case "--quick" -> {
          starts = 5;
          quick = true;
        }
        case "--jmh" -> jmh = true;
        case "--publish" -> publish = true;
        case "--guard" -> {
          parts.add(Part.GUARD);
          guard = value(arguments, ++at);
        }
        case "--layer" -> layer = Path.of(value(arguments, ++at)).toAbsolutePath();
        case "--image" -> image = Path.of(value(arguments, ++at)).toAbsolutePath();
        case "--starts" -> starts = Integer.parseInt(value(arguments, ++at));
        case "--subjects" -> {
          named.add("--subjects");
          subjects = subjects(value(arguments, ++at));
        }
        case "--events" -> {
          named.add("--events");
          events = events(value(arguments, ++at));
        }
        case "--variants" -> {
          parts.add(Part.VARIANTS);
          variants = Path.of(value(arguments, ++at)).toAbsolutePath();
        }
        case "--thaw" -> thaw = Path.of(value(arguments, ++at)).toAbsolutePath();
        case "--jre" -> jre = Path.of(value(arguments, ++at)).toAbsolutePath();
        case "--jdk" -> jdk = Path.of(value(arguments, ++at)).toAbsolutePath();
        default -> parts.add(part(arguments[at]));
      }
    }
    if (publish) {
      parts.add(Part.REPORT);
    }
    if (parts.isEmpty()) {
      parts.addAll(WHOLE);
    }
    return new Options(
        ("bin/bench " + String.join(" ", arguments)).strip(),
        parts,
        starts,
        quick,
        jmh,
        publish,
        subjects,
        events,
        named,
        layer,
        image,
        variants,
        guard,
        thaw,
        jre,
        jdk);
  }

  private static Part part(String argument) {
    for (Part part : Part.values()) {
      if (part.flag().equals(argument)) {
        return part;
      }
    }
    throw new IllegalArgumentException("unknown option " + argument);
  }

  private static String value(String[] arguments, int at) {
    if (at == arguments.length) {
      throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
    }
    return arguments[at];
  }

  private static List<String> subjects(String names) {
    List<String> subjects = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      if (name.equals("rivals")) {
        subjects.addAll(Rivals.NAMES);
      } else if (ALL_SUBJECTS.contains(name)
          || NativeFunctions.NAMES.contains(name)
          || Rivals.NAMES.contains(name)) {
        subjects.add(name);
      } else {
        throw new IllegalArgumentException("unknown subject " + name);
      }
    }
    return List.copyOf(subjects);
  }

  private static List<BenchEvent> events(String names) {
    return Arrays.stream(names.split(",", -1))
        .map(name -> BenchEvent.valueOf(name.toUpperCase(Locale.ROOT)))
        .toList();
  }
}
