package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import com.oracle.svm.core.annotate.TargetElement;

/** There is no AOT cache beside an executable. */
@TargetClass(className = "dev.thaw.runtime.FunctionCache")
final class FunctionCacheSubstitution {
  private FunctionCacheSubstitution() {}

  @Substitute
  static boolean fits(FunctionLogAlias log) {
    return true;
  }

  @Substitute
  @TargetElement(onlyWith = WithoutSerializer.class)
  static boolean mayHaveSerializer() {
    return false;
  }
}
