package dev.thaw.xray;

import java.time.Instant;

/** When the init phase was. */
record InitPhase(Instant began, Instant ended) {

  /** Seconds since 1970, as X-Ray counts. */
  static double seconds(Instant time) {
    return time.toEpochMilli() / 1_000.0;
  }
}
