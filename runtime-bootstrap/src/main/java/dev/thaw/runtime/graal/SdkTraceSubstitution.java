package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Spares a function without an AWS SDK the method handles by which it would be told traces. */
@TargetClass(className = "dev.thaw.runtime.SdkTrace", onlyWith = WithoutSdk.class)
final class SdkTraceSubstitution {
  private SdkTraceSubstitution() {}

  @Substitute
  static @Nullable MethodHandle find(ClassLoader loader) {
    return null;
  }
}
