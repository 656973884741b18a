package dev.thaw.codec.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What a table says of a class that cannot carry annotations itself.
 *
 * @param type the class
 * @param codec whether it gets a codec of its own; otherwise it only occurs inside of others
 * @param names JSON names by property, where they differ
 * @param aliases other names under which it is read, by property
 * @param capitalized whether JSON names begin with a capital where {@code names} is silent
 * @param by a codec written by hand; null if one is generated
 * @param ignored properties that are neither read nor written
 * @param constructor the properties that the constructor takes; empty for a class with setters
 * @param emptyWhenAbsent whether what is missing becomes empty rather than null
 * @param place where the table says so
 * @param places where it names each property
 */
record Import(
    TypeElement type,
    boolean codec,
    Map<String, String> names,
    Map<String, List<String>> aliases,
    boolean capitalized,
    @Nullable ClassName by,
    Set<String> ignored,
    List<String> constructor,
    boolean emptyWhenAbsent,
    Rejection.Place place,
    Map<String, Rejection.Place> places) {

  /** What a property is called in JSON. */
  String jsonName(String property) {
    String name = names.get(property);
    if (name != null) {
      return name;
    }
    return capitalized
        ? Character.toUpperCase(property.charAt(0)) + property.substring(1)
        : property;
  }

  /** The place of a property's name in the table, or of the whole entry. */
  Rejection.Place placeOf(String property) {
    return places.getOrDefault(property, place);
  }
}
