package dev.thaw.batch;

import java.util.Map;

/**
 * Adds one record to the state of its tumbling window.
 *
 * @param <P> the payload
 * @param <R> the record
 */
@FunctionalInterface
public interface WindowHandler<P, R> {

  /**
   * Handles one payload.
   *
   * @param payload what the record carries
   * @param record the record
   * @param state what earlier records have left, to be changed. What is changed by a call that
   *     fails is forgotten
   * @throws Exception if it failed: the record is reported, and so retried
   */
  void handle(P payload, R record, Map<String, String> state) throws Exception;
}
