package dev.thaw.training;

import org.jspecify.annotations.Nullable;

/**
 * An event that a function is fed.
 *
 * @param name for the report
 * @param json the payload
 * @param clientContext the JSON of {@code Lambda-Runtime-Client-Context}
 * @param fails whether the function is expected to fail on it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TrainingEvent(String name, byte[] json, @Nullable String clientContext, boolean fails) {

  TrainingEvent(String name, byte[] json) {
    this(name, json, null, false);
  }
}
