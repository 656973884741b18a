package dev.thaw.codec.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A user's class or record whose values are JSON objects.
 *
 * @param javaType the type, with its arguments
 * @param element its class
 * @param properties in the order in which they are written
 * @param creation what makes a value: a constructor or factory, without its arguments; null if the
 *     type is only written
 * @param arguments the properties that it takes, in its order
 */
record UserModel(
    TypeName javaType,
    TypeElement element,
    List<Property> properties,
    @Nullable CodeBlock creation,
    List<Property> arguments) {

  /**
   * One property.
   *
   * @param name its name in Java
   * @param jsonName its name in JSON
   * @param aliases other names that are read
   * @param read what is read, and how it is set; null if it is not read
   * @param write what is written, and how it is got; null if it is not written
   * @param required whether a missing one is refused
   * @param inclusion which values are written
   */
  record Property(
      String name,
      String jsonName,
      List<String> aliases,
      @Nullable Access read,
      @Nullable Access write,
      boolean required,
      Inclusion inclusion) {}

  /**
   * A way to a property.
   *
   * @param type its type there
   * @param member the getter, the setter or the field; empty for a constructor's argument
   * @param field whether it is a field
   */
  record Access(UserType type, String member, boolean field) {}
}
