package dev.thaw.codec.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A class whose values are JSON objects.
 *
 * @param element the class
 * @param properties in the order in which they are written
 * @param construction how a value is made from its properties
 * @param emptyWhenAbsent whether what is missing becomes empty rather than null
 */
record BeanModel(
    TypeElement element,
    List<Property> properties,
    Construction construction,
    boolean emptyWhenAbsent) {

  /** The properties that are only made when they are read. */
  List<Property> lazyProperties() {
    return properties.stream()
        .filter(property -> property.read() instanceof ValueType.JodaType)
        .toList();
  }

  /**
   * One property.
   *
   * @param name its name as a bean property and, in generated code, as a variable
   * @param jsonName its name in JSON
   * @param aliases other names under which it is read
   * @param getter the method that reads it from a value; null if it is not written
   * @param write the getter's type
   * @param setter the method that sets it; null if there is none
   * @param read the type that is read from JSON; null if it is not read
   */
  record Property(
      String name,
      String jsonName,
      List<String> aliases,
      @Nullable String getter,
      @Nullable ValueType write,
      @Nullable String setter,
      @Nullable ValueType read) {

    /** The same, set by a setter that is taken for another property's. */
    Property setAs(Property other) {
      return new Property(name, jsonName, aliases, getter, write, other.setter(), other.read());
    }

    /** Whether the setter takes another type than the getter gives, and may not expect null. */
    boolean converts() {
      return read instanceof ValueType.EnumType && !read.equals(write);
    }

    /** The same, set by another way than its setter: a constructor. */
    Property setFrom(ValueType type) {
      return new Property(name, jsonName, aliases, getter, write, null, type);
    }
  }

  /** How a value is made. */
  sealed interface Construction {
    /** By a constructor without parameters, then setters. */
    record BySetters() implements Construction {}

    /** By a constructor that takes these properties in this order. */
    record ByConstructor(List<Property> parameters) implements Construction {}
  }
}
