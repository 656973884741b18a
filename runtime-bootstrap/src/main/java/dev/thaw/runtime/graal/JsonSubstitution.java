package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Types without a codec are refused, with a message that says what to do. */
@TargetClass(value = Json.class, onlyWith = WithoutDatabind.class)
final class JsonSubstitution {
  private JsonSubstitution() {}

  @Substitute
  static @Nullable Codec<?> plain(Type type) {
    return null;
  }
}
