package dev.thaw.training;

import org.jspecify.annotations.Nullable;

/**
 * An event that a function is fed.
 *
 * @param name for the report
 * @param json the payload
 * @param clientContext the JSON of {@code Lambda-Runtime-Client-Context}
 * @param expected how the function is to end it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TrainingEvent(String name, byte[] json, @Nullable String clientContext, Expected expected) {

  /** How an event is to end. */
  enum Expected {
    SUCCESS,
    FAILURE,
    /** What is no JSON fails wherever JSON is read, and what the function prints is no news. */
    EITHER
  }

  TrainingEvent(String name, byte[] json) {
    this(name, json, null, Expected.SUCCESS);
  }
}
