package dev.thaw.codec.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Finds what the constants of an enum are called in JSON. */
final class UserEnums {
  private UserEnums() {}

  /** The constants; each is also read by its number, as databind does, unless that is a name. */
  static List<UserType.Constant> constants(
      TypeElement element, PropertyReader reader, Rejection.Place place) throws Rejection {
    List<VariableElement> fields =
        ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
            .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
            .toList();
    Set<String> taken = new HashSet<>();
    List<UserType.Constant> constants = new ArrayList<>();
    for (VariableElement field : fields) {
      PropertyAnnotations said = reader.constant(field);
      List<String> names = new ArrayList<>();
      names.add(said.name() == null ? field.getSimpleName().toString() : said.name());
      names.addAll(said.aliases());
      for (String name : names) {
        if (!taken.add(name)) {
          throw new Rejection(place, "Two constants of " + element + " are called " + name);
        }
      }
      constants.add(new UserType.Constant(field.getSimpleName().toString(), names));
    }
    for (int i = 0; i < constants.size(); i++) {
      if (taken.add(String.valueOf(i))) {
        constants.get(i).names().add(String.valueOf(i));
      }
    }
    return constants;
  }
}
