package dev.thaw.codec.processor;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations at the members of one property say, taken together as databind does: it does
 * not matter at which of them an annotation stands.
 *
 * @param name its name in JSON; null if none is given, so that {@link TypeAnnotations#naming}
 *     applies
 * @param access whether it is only read or only written
 * @param required whether a missing one is refused; it counts for parameters of constructors
 * @param index its place among those written; negative for none
 * @param aliases more names under which it is read
 * @param inclusion which values are written; null for the class's
 * @param content which values inside of a map or optional are written; null for the class's
 * @param format null for the type's own
 * @param ignored the members that are not used; all of them if the property is ignored as a whole
 * @param explicit the members that are used even if they are not public
 */
record PropertyAnnotations(
    @Nullable String name,
    Access access,
    boolean required,
    int index,
    List<String> aliases,
    @Nullable Inclusion inclusion,
    @Nullable Inclusion content,
    @Nullable ValueFormat format,
    Set<Element> ignored,
    Set<Element> explicit) {

  /** Directions, seen from a codec: AWS's words, and Jackson's, are the other way round. */
  enum Access {
    BOTH,
    /** {@code READ_ONLY}: the JSON's reader may only read it. */
    WRITTEN_ONLY,
    /** {@code WRITE_ONLY}: a password that is never written. */
    READ_ONLY
  }

  /** The name in JSON, by annotation or by the class's way of naming. */
  String jsonName(String property, @Nullable Naming naming) {
    if (name != null) {
      return name;
    }
    return naming == null ? property : naming.translate(property);
  }

  /**
   * The members of one property; null where it has none.
   *
   * @param component of a record
   */
  record Members(
      @Nullable ExecutableElement getter,
      @Nullable VariableElement field,
      @Nullable VariableElement parameter,
      @Nullable ExecutableElement setter,
      @Nullable Element component) {

    static Members none() {
      return new Members(null, null, null, null, null);
    }
  }
}
