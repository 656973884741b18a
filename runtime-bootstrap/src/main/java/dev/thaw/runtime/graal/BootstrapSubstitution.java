package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.thaw.runtime.Bootstrap;
import dev.thaw.runtime.NativeHandlers;
import org.graalvm.nativeimage.ImageSingletons;

/** How a native executable starts. */
@TargetClass(Bootstrap.class)
final class BootstrapSubstitution {
  private BootstrapSubstitution() {}

  @Substitute
  static void prepare() {
    NativeStart.prepare();
  }

  @Substitute
  static String setting() throws ReflectiveOperationException {
    return ImageSingletons.lookup(NativeHandlers.class)
        .choose(
            NativeStart.variable("_HANDLER"),
            NativeStart.variable("AWS_LAMBDA_INITIALIZATION_TYPE"));
  }
}
