package dev.thaw.codec.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of which the JSON tells the class.
 *
 * @param javaType the type
 * @param ids how the JSON tells it
 * @param members the classes that a value may have, with their names
 * @param fallback the class for a missing or unknown name; null for none
 */
record UserFamily(TypeName javaType, TypeIds ids, List<Member> members, @Nullable TypeName fallback)
    implements UserClass {

  /** A class; its first name is written. */
  record Member(TypeName javaType, List<String> names) {}

  /** Whether the name is a property beside those of the value. */
  boolean isProperty() {
    return ids.as() == TypeIds.As.PROPERTY || ids.as() == TypeIds.As.EXISTING_PROPERTY;
  }
}
