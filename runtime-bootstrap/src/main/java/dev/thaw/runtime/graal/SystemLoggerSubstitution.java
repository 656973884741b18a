package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/** Loggers that the JDK has made while the executable was built log when it runs. */
@TargetClass(className = "dev.thaw.runtime.SystemLogger")
final class SystemLoggerSubstitution {
  private SystemLoggerSubstitution() {}

  @Substitute
  static boolean building() {
    return false;
  }
}
