package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.thaw.runtime.jackson.JacksonCodecs;

/** Keeps Jackson databind, and all that it needs of the JDK, out of an executable without it. */
@SuppressWarnings("DoNotCallSuggester") // they take the places of others
@TargetClass(className = "dev.thaw.runtime.JacksonAhead", onlyWith = WithoutDatabind.class)
final class JacksonAheadSubstitution {
  private JacksonAheadSubstitution() {}

  @Substitute
  static JacksonAheadSubstitution begin() {
    throw new IllegalStateException("This executable was built without Jackson databind");
  }

  @Substitute
  JacksonCodecs await() {
    throw new IllegalStateException("This executable was built without Jackson databind");
  }
}
