package dev.thaw.training;

import dev.thaw.runtime.CacheDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cache a start would use, and why not the function's own. */
record CacheCheckup(
    DoctorReport report,
    Map<String, String> environment,
    Path home,
    Path taskRoot,
    String handler) {
  private static final String OWN = "Cache";
  private static final String LAYER = "Layer cache";
  private static final String INSTEAD = "is used instead: it holds the runtime, not the function";
  private static final String NEITHER = "is not used either";
  private static final String INSTALL = "Install the layer anew.";
  private static final String SUFFIX = ".aot";

  /** Adds it to the report; whether there is a cache that would be used. */
  boolean describe() throws IOException {
    boolean mapped = System.getProperty("java.vm.info", "").contains("sharing");
    Path layer = home.resolve("cache/runtime.aot");
    String cache = CacheDescription.functionCache();
    if (cache == null) {
      report.problem(OWN, "none: " + whyNotChosen());
      layer(layer, mapped ? INSTEAD : choice().equals("off") ? NEITHER : null);
      return mapped;
    }
    String named = named(Path.of(cache));
    String difference = CacheDescription.difference(cache);
    if (difference != null) {
      report.problem(OWN, named + "is not used: " + difference, anew());
      // The runtime starts anew with the layer's; so far the JVM was asked for the other alone.
      mapped = mapped || (Files.isRegularFile(layer) && JvmRefusal.reason(layer) == null);
      layer(layer, mapped ? INSTEAD : null);
    } else if (mapped) {
      report.say(OWN, named + "is used: it fits function, layer and JVM");
      layer(layer, "is not needed");
    } else {
      refused(OWN, Path.of(cache));
      layer(layer, NEITHER);
    }
    return mapped;
  }

  /** What becomes of the layer's cache; null if the JVM refuses it. */
  private void layer(Path cache, @Nullable String use) throws IOException {
    if (!Files.isRegularFile(cache)) {
      report.problem(LAYER, cache + " is not there. " + INSTALL);
    } else if (use == null) {
      refused(LAYER, cache);
    } else {
      report.say(LAYER, named(cache) + use);
    }
  }

  private void refused(String group, Path cache) throws IOException {
    String reason = JvmRefusal.reason(cache);
    if (reason == null) {
      report.problem(group, named(cache) + "is not used: the JVM refuses it and does not say why");
    } else {
      report.problem(
          group,
          named(cache) + "is not used: the JVM refuses it and says",
          reason,
          JvmRefusal.advice(reason, handler, group.equals(OWN) ? anew() : INSTALL));
    }
  }

  private static String named(Path cache) throws IOException {
    return cache + ", " + DoctorReport.size(Files.size(cache)) + ", ";
  }

  private String anew() {
    return "Run thaw-train " + handler + " anew.";
  }

  private String choice() {
    return environment.getOrDefault("THAW_CACHE", "");
  }

  private String whyNotChosen() {
    String choice = choice();
    if (choice.equals("layer") || choice.equals("off")) {
      return "THAW_CACHE=" + choice + " forbids it. Unset it.";
    }
    Path cache = CacheFiles.of(taskRoot, handler).cache();
    if (Files.isReadable(cache)) {
      return "an option for a CDS archive forbids it (-Xshare, -XX:Shared...). Leave it out.";
    }
    if (Files.exists(cache)) {
      return cache + " cannot be read. " + anew();
    }
    List<String> others = new ArrayList<>();
    String[] names = taskRoot.resolve(".thaw").toFile().list();
    if (names != null) {
      for (String name : names) {
        if (name.endsWith(SUFFIX)) {
          others.add(name.substring(0, name.length() - SUFFIX.length()).replace("..", "::"));
        }
      }
      others.sort(null);
    }
    return "the function was not trained"
        + (others.isEmpty() ? "" : " as " + handler + ", only as " + String.join(", ", others))
        + ". Run thaw-train "
        + handler
        + ".";
  }
}
