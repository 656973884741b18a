package dev.thaw.batch;

import java.util.List;

/**
 * What stands between the body of an SQS message and what a function is interested in.
 *
 * @param <P> what it is interested in
 */
abstract class Envelope<P> {

  /**
   * Takes the payloads out of a body.
   *
   * @throws RuntimeException if they cannot be read
   */
  abstract List<P> open(String body);

  /** The same inside an SNS notification. */
  abstract Envelope<P> fromSns();

  /** The same inside an EventBridge event. */
  abstract Envelope<P> fromEventBridge();
}
