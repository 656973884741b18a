package dev.thaw.runtime.graal;

import java.util.List;

/**
 * The serializers that a function brought when it was built.
 *
 * @param names their classes
 */
record NativeSerializers(List<String> names) {
  NativeSerializers {
    names = List.copyOf(names);
  }
}
