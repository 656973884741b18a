package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/** There is no JVM to start anew. */
@SuppressWarnings("DoNotCallSuggester") // it takes the place of another
@TargetClass(className = "dev.thaw.runtime.Restart")
final class RestartSubstitution {
  private RestartSubstitution() {}

  @Substitute
  static void withLayerCache(FunctionLogAlias log) {
    throw new UnsupportedOperationException("An executable has no cache");
  }
}
