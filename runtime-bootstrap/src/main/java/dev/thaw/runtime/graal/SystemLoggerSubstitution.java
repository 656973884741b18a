package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;

/** Loggers that the JDK has made while the executable was built log when it runs. */
@TargetClass(className = "dev.thaw.runtime.SystemLogger")
final class SystemLoggerSubstitution {
  private SystemLoggerSubstitution() {}

  @Substitute
  static @Nullable FunctionLogAlias log() {
    return FunctionLogAlias.PROCESS;
  }
}
