package dev.thaw.runtime.graal;

import java.util.function.BooleanSupplier;
import org.graalvm.nativeimage.ImageSingletons;

/** Whether all types have a codec: nothing of Jackson databind is then built in. */
final class WithoutDatabind implements BooleanSupplier {
  /** Called by the builder. */
  WithoutDatabind() {}

  @Override
  public boolean getAsBoolean() {
    return !ImageSingletons.lookup(NativePlan.class).databind();
  }
}
