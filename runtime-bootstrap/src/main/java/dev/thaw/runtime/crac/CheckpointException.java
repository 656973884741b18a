package dev.thaw.runtime.crac;

import java.util.List;

/** Before-checkpoint hooks failed: what each has thrown is suppressed in it. */
public final class CheckpointException extends Exception {
  private static final long serialVersionUID = 1;

  CheckpointException(List<Throwable> failures) {
    super(HookFailures.describe("before the checkpoint", failures));
    for (Throwable failure : failures) {
      addSuppressed(failure);
    }
  }
}
