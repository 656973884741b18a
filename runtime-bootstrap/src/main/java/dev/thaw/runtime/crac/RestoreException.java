package dev.thaw.runtime.crac;

import java.util.List;

/** After-restore hooks failed: what each has thrown is suppressed in it. */
public final class RestoreException extends Exception {
  private static final long serialVersionUID = 1;

  RestoreException(List<Throwable> failures) {
    super(HookFailures.describe("after the restore", failures));
    for (Throwable failure : failures) {
      addSuppressed(failure);
    }
  }
}
