package dev.thaw.batch;

/** One of the threads of a parallel batch: handles records as long as there are any for it. */
final class Worker implements Runnable {
  private final Records records;
  private final boolean dropUndecodable;
  private final Progress progress;

  Worker(Records records, Options options, Progress progress) {
    this.records = records;
    this.dropUndecodable = options.dropUndecodable();
    this.progress = progress;
  }

  @Override
  public void run() {
    try {
      for (int i = progress.take(); i >= 0; i = progress.take()) {
        handle(i);
        // An interrupt that one record has left must not hit the next.
        Thread.interrupted();
      }
    } finally {
      progress.leave();
    }
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
