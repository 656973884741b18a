package dev.thaw.benchmarks;

import org.jspecify.annotations.Nullable;

/** A start that does not count: the process failed, or its answer was wrong. */
final class MeasurementException extends Exception {
  private static final long serialVersionUID = 1;

  MeasurementException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
