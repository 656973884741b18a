package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;

/** The runtime's log, in the signatures of methods that are substituted. */
@TargetClass(className = "dev.thaw.runtime.FunctionLog")
final class FunctionLogAlias {
  /** The builder puts the runtime's own field in its place. */
  @Alias static @Nullable FunctionLogAlias PROCESS;

  private FunctionLogAlias() {}
}
