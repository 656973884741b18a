package dev.thaw.runtime.graal;

import java.util.function.BooleanSupplier;
import org.graalvm.nativeimage.ImageSingletons;

/** Whether the function brings no {@link System.LoggerFinder} of its own. */
final class WithoutLoggerFinder implements BooleanSupplier {
  /** Called by the builder. */
  WithoutLoggerFinder() {}

  @Override
  public boolean getAsBoolean() {
    return !ImageSingletons.lookup(NativePlan.class)
        .path()
        .resources()
        .contains("META-INF/services/java.lang.System$LoggerFinder");
  }
}
