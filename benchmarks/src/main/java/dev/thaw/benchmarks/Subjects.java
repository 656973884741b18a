package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the subjects that were asked for, with their task roots and caches, each once. */
final class Subjects {
  private final Layout layout;
  private final Map<String, Subject> prepared = new HashMap<>();
  private final Map<String, String> unavailable = new LinkedHashMap<>();
  private @Nullable FloorProgram floor;
  private @Nullable Path floorCache;
  private @Nullable ThawRuntime thaw;
  private @Nullable AwsClient aws;
  private @Nullable NativeFunctions natives;
  private @Nullable Rivals rivals;

  Subjects(Layout layout) {
    this.layout = layout;
  }

  /** For each event its subjects, in the order of the options. */
  Map<BenchEvent, List<Subject>> prepare(Options options, Options.Part part)
      throws IOException, InterruptedException, MeasurementException {
    Map<BenchEvent, List<Subject>> all = new EnumMap<>(BenchEvent.class);
    for (BenchEvent event : options.events(part)) {
      List<Subject> subjects = new ArrayList<>();
      for (String name : options.subjects(part)) {
        if (takes(name, event) && available(name, event)) {
          subjects.add(subject(name, event));
        }
      }
      all.put(event, subjects);
    }
    return all;
  }

  private static boolean takes(String name, BenchEvent event) {
    return switch (name) {
      // All other events have codecs already.
      case "thaw-codec", NativeFunctions.CODEC -> event == BenchEvent.POJO;
      default -> !Rivals.NAMES.contains(name) || Rivals.takes(event);
    };
  }

  /** Whether a subject can be had; if not, the reason is told and kept. */
  boolean available(String name, BenchEvent event) {
    if (Rivals.NAMES.contains(name)) {
      return available(Rivals.missingName(name, event), Rivals.missing(name, event));
    }
    return !NativeFunctions.NAMES.contains(name)
        || available(NativeFunctions.NATIVE, natives().missing());
  }

  private boolean available(String name, Optional<String> missing) {
    missing.ifPresent(
        reason -> {
          if (unavailable.put(name, reason) == null) {
            System.out.println(name + ": " + reason);
          }
        });
    return missing.isEmpty();
  }

  /** What was asked for and cannot be had: subject and event, and why. */
  Map<String, String> unavailable() {
    return Collections.unmodifiableMap(unavailable);
  }

  /** One subject, made at the first call. */
  Subject subject(String name, BenchEvent event)
      throws IOException, InterruptedException, MeasurementException {
    String key = name + " " + event.label();
    Subject subject = prepared.get(key);
    if (subject == null) {
      subject = prepare(name, event);
      prepared.put(key, subject);
    }
    return subject;
  }

  private Subject prepare(String name, BenchEvent event)
      throws IOException, InterruptedException, MeasurementException {
    return switch (name) {
      case "floor" -> floor(event);
      case "thaw" -> thaw().ownCache(event);
      case "thaw-codec" -> thaw().generatedCodec(event);
      case "thaw-layer" -> thaw().layerCache(event);
      case "thaw-none" -> thaw().noCache(event);
      case "aws-aot" -> aws().cached(event);
      case "aws-cds" -> aws().archived(event);
      case "aws" -> aws().plain(event);
      case "aws-jdk" -> aws().image(event);
      case NativeFunctions.NATIVE, NativeFunctions.CODEC -> natives().subject(name, event);
      default -> rivals().subject(name, event);
    };
  }

  /** One program and one cache for all events: only the constant differs. */
  private Subject floor(BenchEvent event)
      throws IOException, InterruptedException, MeasurementException {
    if (floor == null || floorCache == null) {
      floor = new FloorProgram("floor", layout.jre(), FloorProgram.FLAGS, layout.floor());
      floorCache = floor.train(layout.work());
    }
    return floor.subject(floorCache, layout.work(), event);
  }

  private ThawRuntime thaw() {
    if (thaw == null) {
      thaw = new ThawRuntime(layout);
    }
    return thaw;
  }

  private AwsClient aws() throws IOException {
    if (aws == null) {
      aws = new AwsClient(layout);
    }
    return aws;
  }

  private NativeFunctions natives() {
    if (natives == null) {
      natives = NativeFunctions.of(layout);
    }
    return natives;
  }

  private Rivals rivals() throws IOException {
    if (rivals == null) {
      rivals = new Rivals(layout);
    }
    return rivals;
  }
}
