package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.TargetClass;

/** The runtime's log, in the signatures of methods that are substituted. */
@TargetClass(className = "dev.thaw.runtime.FunctionLog")
final class FunctionLogAlias {
  private FunctionLogAlias() {}
}
