package dev.thaw.runtime.graal;

import java.util.function.BooleanSupplier;
import org.graalvm.nativeimage.ImageSingletons;

/** Whether the function has none of the SDKs that look for a trace in a class of their own. */
final class WithoutSdk implements BooleanSupplier {
  /** Called by the builder. */
  WithoutSdk() {}

  @Override
  public boolean getAsBoolean() {
    return ImageSingletons.lookup(NativePlan.class).sdkTrace() == null;
  }
}
