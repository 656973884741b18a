package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;

/** What to do about a class that an executable does not hold: it has no class path to look at. */
@TargetClass(className = "dev.thaw.runtime.LinkageExplanation")
final class LinkageExplanationSubstitution {
  private LinkageExplanationSubstitution() {}

  @Substitute
  @SuppressWarnings("UnusedVariable") // the signature is that of what it replaces
  static @Nullable String missing(Throwable error, String message) {
    return error instanceof ClassNotFoundException || error instanceof NoClassDefFoundError
        ? "A native executable holds the classes alone that its builder has seen in use: one that is"
            + " looked for by name needs an entry in META-INF/native-image/reachability-metadata.json"
        : null;
  }
}
