package dev.thaw.codec.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @JsonTypeInfo(use = NAME)} and its companions say: how JSON tells which class a value
 * has. It is inherited: a value of a subclass carries its name even where its class is known.
 *
 * @param as where the name stands
 * @param property the name's own name, for {@code PROPERTY} and {@code EXISTING_PROPERTY}
 * @param visible whether the name is also a property of the value
 * @param fallback the class for a missing or unknown name; null for none
 * @param nullForUnknown whether a missing or unknown name gives null: {@code defaultImpl =
 *     Void.class}
 * @param subtypes the classes that can be made, with their names; the first name is written
 * @param annotation the {@code @JsonTypeInfo}
 */
record TypeIds(
    As as,
    String property,
    boolean visible,
    @Nullable TypeElement fallback,
    boolean nullForUnknown,
    List<Subtype> subtypes,
    Annotation annotation) {

  /** Where the name stands. */
  enum As {
    PROPERTY,
    EXISTING_PROPERTY,
    WRAPPER_OBJECT,
    WRAPPER_ARRAY
  }

  /** A class and its names. */
  record Subtype(TypeElement type, List<String> names) {}
}
