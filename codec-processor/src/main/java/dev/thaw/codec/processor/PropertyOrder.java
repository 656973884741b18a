package dev.thaw.codec.processor;

import dev.thaw.codec.processor.UserModel.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sorts properties as databind writes them. */
final class PropertyOrder {
  private PropertyOrder() {}

  /**
   * Those that the annotations name first, then those with an index, then those that the
   * constructor takes, then the others.
   */
  static List<Property> sort(
      List<Property> properties, List<Property> arguments, TypeAnnotations said) {
    List<Property> all = new ArrayList<>(properties);
    if (said.alphabetic()) {
      all.sort(Comparator.comparing(Property::jsonName));
    }
    Set<Property> sorted = new LinkedHashSet<>();
    for (String name : said.order()) {
      all.stream()
          .filter(each -> each.jsonName().equals(name) || each.name().equals(name))
          .findFirst()
          .ifPresent(sorted::add);
    }
    all.stream()
        .filter(each -> each.index() >= 0)
        .sorted(Comparator.comparingInt(Property::index))
        .forEach(sorted::add);
    sorted.addAll(arguments);
    sorted.addAll(all);
    return List.copyOf(sorted);
  }
}
