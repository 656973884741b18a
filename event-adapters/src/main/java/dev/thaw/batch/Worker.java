package dev.thaw.batch;

/** One of the threads of a parallel batch: handles records as long as there are any for it. */
final class Worker implements Runnable {
  private final Records records;
  private final boolean dropUndecodable;
  private final Deadline deadline;
  private final Progress progress;

  Worker(Records records, Options options, Deadline deadline, Progress progress) {
    this.records = records;
    this.dropUndecodable = options.dropUndecodable();
    this.deadline = deadline;
    this.progress = progress;
  }

  @Override
  public void run() {
    try {
      for (int i = take(); i >= 0; i = take()) {
        handle(i);
        // An interrupt that one record has left must not hit the next.
        Thread.interrupted();
      }
    } finally {
      progress.leave();
    }
  }

  /**
   * Begins a record if there is time. The invocation's thread watches the deadline as well; but
   * where that is a virtual one, records that only compute may leave it no processor to do so.
   */
  private int take() {
    if (deadline.reached()) {
      progress.stop(Deadline.NEAR);
    }
    return progress.take();
  }

  private void handle(int index) {
    try {
      records.handle(index);
    } catch (Throwable error) {
      if (Engine.fatal(error)) {
        progress.stop(SequentialRun.FATAL);
      }
      progress.failed(index, error, error instanceof UndecodableException && dropUndecodable);
      return;
    }
    progress.succeeded(index);
  }
}
