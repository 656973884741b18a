package dev.thaw.local;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP header or trailer, as it stood on the wire.
 *
 * @param name in the case that was sent
 * @param value without the blanks around it
 */
public record Header(String name, String value) {

  /** Whether this is the header of that name, in any case. */
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  static @Nullable String first(List<Header> headers, String name) {
    for (Header header : headers) {
      if (header.is(name)) {
        return header.value;
      }
    }
    return null;
  }
}
