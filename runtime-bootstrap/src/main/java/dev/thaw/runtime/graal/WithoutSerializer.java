package dev.thaw.runtime.graal;

import java.util.function.BooleanSupplier;
import org.graalvm.nativeimage.ImageSingletons;

/** Whether the function brings no serializer of its own. */
final class WithoutSerializer implements BooleanSupplier {
  /** Called by the builder. */
  WithoutSerializer() {}

  @Override
  public boolean getAsBoolean() {
    return ImageSingletons.lookup(NativeSerializers.class).names().isEmpty();
  }
}
