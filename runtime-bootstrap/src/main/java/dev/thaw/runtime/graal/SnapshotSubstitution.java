package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/** SnapStart is refused before the handler is built, see {@link BootstrapSubstitution}. */
@SuppressWarnings("DoNotCallSuggester") // its signature is that of what it replaces
@TargetClass(className = "dev.thaw.runtime.Snapshot")
final class SnapshotSubstitution {
  private SnapshotSubstitution() {}

  @Substitute
  boolean take() {
    throw new UnsupportedOperationException("There are no snapshots of native executables");
  }
}
