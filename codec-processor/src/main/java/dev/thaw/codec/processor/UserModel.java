package dev.thaw.codec.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's class or record whose values are JSON objects.
 *
 * @param javaType the type, with its arguments
 * @param body whether it is only the inside of an object whose class the JSON tells
 * @param properties in the order in which they are written
 * @param creation what makes a value: a constructor or factory, without its arguments
 * @param arguments the properties that it takes, in its order
 */
record UserModel(
    TypeName javaType,
    boolean body,
    List<Property> properties,
    CodeBlock creation,
    List<Property> arguments)
    implements UserClass {

  /**
   * One property.
   *
   * @param name its name in Java
   * @param jsonName its name in JSON
   * @param named whether an annotation gives that name
   * @param aliases other names that are read
   * @param read what is read, and how it is set; null if it is not read
   * @param write what is written, and how it is got; null if it is not written
   * @param required whether a missing one is refused
   * @param index its place among those written; negative for none
   * @param inclusion which values are written
   * @param skipped whether what the JSON has of it is not its own
   */
  record Property(
      String name,
      String jsonName,
      boolean named,
      List<String> aliases,
      @Nullable Access read,
      @Nullable Access write,
      boolean required,
      int index,
      Inclusion inclusion,
      boolean skipped) {

    /** The same, but skipped when it is read. */
    Property unread() {
      return new Property(
          name, jsonName, named, aliases, read, write, false, index, inclusion, true);
    }

    /** Whether an annotation names it; databind writes those behind the others. */
    boolean isRenamed() {
      return !jsonName.equals(name) && named;
    }

    /** Whether it is read, and set by another way than the constructor. */
    boolean isSet(List<Property> arguments) {
      return read != null && !skipped && !arguments.contains(this);
    }
  }

  /**
   * A way to a property.
   *
   * @param type its type there
   * @param member the getter, the setter or the field; empty for a constructor's argument
   * @param field whether it is a field
   */
  record Access(UserType type, String member, boolean field) {
    Access with(UserType other) {
      return new Access(other, member, field);
    }
  }
}
