package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.OutputStream;

/** Calls the C library without the foreign function API, a tenth of an executable. */
@TargetClass(className = "dev.thaw.runtime.Descriptor")
final class DescriptorSubstitution {
  private DescriptorSubstitution() {}

  @Substitute
  static OutputStream raw(int number) {
    return new NativeDescriptor(number);
  }
}
