package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.List;
import org.graalvm.nativeimage.ImageSingletons;

/** The build has looked through the class path, which an executable does not have. */
@TargetClass(className = "dev.thaw.runtime.CustomSerializers")
final class CustomSerializersSubstitution {
  private CustomSerializersSubstitution() {}

  @Substitute
  static boolean exist() {
    return !ImageSingletons.lookup(NativeSerializers.class).names().isEmpty();
  }

  @Substitute
  @SuppressWarnings("UnusedVariable") // the signature is that of what it replaces
  static List<String> names(ClassLoader loader) {
    return ImageSingletons.lookup(NativeSerializers.class).names();
  }
}
