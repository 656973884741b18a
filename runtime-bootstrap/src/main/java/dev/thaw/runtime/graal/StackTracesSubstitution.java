package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/** Leaves the JDK's version out of its frames, as a JVM does. */
@TargetClass(className = "dev.thaw.runtime.StackTraces")
final class StackTracesSubstitution {
  private StackTracesSubstitution() {}

  @Substitute
  static String text(StackTraceElement frame) {
    String module = frame.getModuleName();
    if (module == null || !(module.startsWith("java.") || module.startsWith("jdk."))) {
      return frame.toString();
    }
    return new StackTraceElement(
            null,
            module,
            null,
            frame.getClassName(),
            frame.getMethodName(),
            frame.getFileName(),
            frame.getLineNumber())
        .toString();
  }
}
