package dev.thaw.batch;

import java.util.Map;

/**
 * Does what is to be done with the state of a tumbling window at its end.
 *
 * @param <E> the event
 */
@FunctionalInterface
public interface WindowEnd<E> {

  /**
   * Handles the end of a window, once all its records have been added.
   *
   * @param state what the window's records have left
   * @param event the last of the window
   * @throws Exception to fail the invocation, which Lambda then retries
   */
  void end(Map<String, String> state, E event) throws Exception;
}
