package dev.thaw.batch;

import dev.thaw.handler.Invocation;
import java.util.BitSet;

/** Runs a batch: the one way for all event sources. */
final class Engine {
  private Engine() {}

  /**
   * Has each record handled, and logs those that fail.
   *
   * @throws BatchFailedException if nothing was done and the options ask for it
   */
  static Outcome run(Records records, Options options, Invocation invocation) {
    FailureLog log = new FailureLog(invocation.getLogger(), records);
    Deadline deadline = new Deadline(invocation, options.margin());
    BitSet done =
        options.parallel() == 1
            ? new SequentialRun(records, options, deadline, log).run()
            : new ParallelRun(records, options, invocation, deadline, log).run();
    Outcome outcome = new Outcome(records, done);
    if (options.failWhenAllFailed()) {
      outcome.requireSome(log.first());
    }
    return outcome;
  }

  /**
   * Whether an error says that this JVM cannot be trusted with more records. A stack that was too
   * short is one record's own matter.
   */
  static boolean fatal(Throwable error) {
    return error instanceof VirtualMachineError && !(error instanceof StackOverflowError);
  }
}
