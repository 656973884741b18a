package dev.thaw.runtime.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import dev.thaw.codec.Codec;
import dev.thaw.events.EventCodecs;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * Finds events' codecs by their names: the table, which names all, would make all part of every
 * executable. {@link ThawFeature} registers those whose events the function's code mentions.
 */
@TargetClass(EventCodecs.class)
final class EventCodecsSubstitution {
  private EventCodecsSubstitution() {}

  @Substitute
  static @Nullable Codec<?> find(String className) {
    if (!className.startsWith("com.amazonaws.services.lambda.runtime.events.")
        && !className.startsWith("dev.thaw.events.")) {
      return null;
    }
    String name = className.substring(className.lastIndexOf('.') + 1);
    try {
      Constructor<?> constructor =
          Class.forName("dev.thaw.events." + name + "Codec").getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Codec<?>) constructor.newInstance();
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
