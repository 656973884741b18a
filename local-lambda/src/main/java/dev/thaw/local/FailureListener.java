package dev.thaw.local;

/** The on-failure destination of asynchronous invocations. */
@FunctionalInterface
public interface FailureListener {
  /**
   * An event whose retries are exhausted. Called from several threads.
   *
   * @param functionName whose it is
   * @param record the JSON that Lambda sends to destinations, with the event as {@code
   *     requestPayload}
   */
  void failed(String functionName, byte[] record);
}
