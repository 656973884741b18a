package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/** Method handles need no classes that are generated at run time. */
@TargetClass(className = "dev.thaw.runtime.JdkAhead")
final class JdkAheadSubstitution {
  private JdkAheadSubstitution() {}

  @Substitute
  static void linkAccessors() {}
}
