package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.thaw.runtime.SystemLoggerFinder;
import org.jspecify.annotations.Nullable;

/** Spares a function that brings no finder of loggers the search for one, which is large. */
@TargetClass(value = SystemLoggerFinder.class, onlyWith = WithoutLoggerFinder.class)
final class SystemLoggerFinderSubstitution {
  private SystemLoggerFinderSubstitution() {}

  @Substitute
  static System.@Nullable LoggerFinder find() {
    return null;
  }
}
