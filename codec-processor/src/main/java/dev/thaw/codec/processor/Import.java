package dev.thaw.codec.processor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * What a table says of a class that cannot carry annotations itself.
 *
 * @param type the class
 * @param codec whether it gets a codec of its own; otherwise it only occurs inside of others
 * @param names JSON names by property, where they differ
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
    Set<String> ignored,
    List<String> constructor,
    boolean emptyWhenAbsent,
    Rejection.Place place,
    Map<String, Rejection.Place> places) {

  /** The place of a property's name in the table, or of the whole entry. */
  Rejection.Place placeOf(String property) {
    return places.getOrDefault(property, place);
  }
}
