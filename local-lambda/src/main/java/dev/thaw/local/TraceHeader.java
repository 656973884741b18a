package dev.thaw.local;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** X-Ray trace headers (https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html). */
final class TraceHeader {
  private TraceHeader() {}

  /** A new root: version, time in seconds, 96 random bits. */
  static String root() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return String.format(
        Locale.ROOT,
        "Root=1-%08x-%08x%016x",
        System.currentTimeMillis() / 1000,
        random.nextInt(),
        random.nextLong());
  }

  /** What a function gets: the caller's header, or a new trace that is not sampled. */
  static String continued(@Nullable String header) {
    if (header != null && header.contains("Root=")) {
      return header;
    }
    return String.format(
        Locale.ROOT, "%s;Parent=%016x;Sampled=0", root(), ThreadLocalRandom.current().nextLong());
  }
}
