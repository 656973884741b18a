package dev.thaw.batch;

import org.jspecify.annotations.Nullable;

/** The records of one event, known by their index. */
abstract class Records {
  private final int size;

  Records(int size) {
    this.size = size;
  }

  final int size() {
    return size;
  }

  /** What they are, for the log: {@code SQS message}. */
  abstract String kind();

  /** What identifies one of them, for the log. */
  abstract String id(int index);

  /** Records with equal lanes are handled one after the other; null is equal to none. */
  @Nullable Object lane(int index) {
    return null;
  }

  /**
   * After a record has failed, no later one with an equal line is begun; null is equal to none.
   * Records that share a lane share their line.
   */
  @Nullable Object line(int index) {
    return null;
  }

  /**
   * Has the user's code handle one.
   *
   * @throws UndecodableException if its payload could not be read
   */
  abstract void handle(int index) throws Exception;

  /** Told on the invocation's thread why one failed. */
  void failed(int index, Throwable reason) {}
}
