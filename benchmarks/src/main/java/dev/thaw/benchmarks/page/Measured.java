package dev.thaw.benchmarks.page;

import dev.thaw.benchmarks.Statistics;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was measured of one subject with one event.
 *
 * @param file where it stands
 */
record Measured(String file, JsonNode node) {
  private static final String RESPONSE = "responseMillis";

  String event() {
    return node.path("event").asString();
  }

  String subject() {
    return node.path("subject").asString();
  }

  /** As people read it. */
  String name() {
    return Names.subject(subject());
  }

  String kind() {
    return Names.kind(subject());
  }

  boolean isEmpty() {
    return rounds().isEmpty() && !node.has("phases");
  }

  /** Samples of starts, rounds of the warm loop. */
  private JsonNode rounds() {
    JsonNode samples = node.path("samples");
    return samples.isArray() ? samples : node.path("rounds");
  }

  /** One value of every sample. */
  double[] column(String name) {
    double[] values = new double[rounds().size()];
    for (int at = 0; at < values.length; at++) {
      JsonNode value = rounds().path(at).path(name);
      if (!value.isNumber()) {
        throw new IllegalArgumentException(
            file + ": " + event() + " " + subject() + ": sample " + at + " has no " + name);
      }
      values[at] = value.asDouble();
    }
    return values;
  }

  /** Whether every sample has a number of this name. */
  boolean has(String name) {
    for (JsonNode sample : rounds()) {
      if (!sample.path(name).isNumber()) {
        return false;
      }
    }
    return !rounds().isEmpty();
  }

  double median(String name) {
    return Statistics.median(column(name));
  }

  double response() {
    return median(RESPONSE);
  }

  Statistics.Interval responseInterval() {
    return Statistics.interval(column(RESPONSE));
  }

  /** How many times another's time to the first response this one takes, start by start. */
  double responseRatio(Measured base) {
    return Statistics.pairedRatio(column(RESPONSE), base.column(RESPONSE));
  }

  /** The same as text; empty where there is no other, and beside itself. */
  String responseTimes(@Nullable Measured base) {
    return base == null || base.equals(this) ? "" : Numbers.times(responseRatio(base));
  }
}
