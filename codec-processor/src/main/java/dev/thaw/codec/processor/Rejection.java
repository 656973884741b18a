package dev.thaw.codec.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Something that the author of the annotations has to mend: a compile error at its place. */
final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Place place;

  Rejection(Place place, String message) {
    super(message);
    this.place = place;
  }

  void report(Messager messager) {
    messager.printMessage(
        Diagnostic.Kind.ERROR, getMessage(), place.element, place.annotation, place.value);
  }

  /** Where in the source an error is shown; the compiler takes the narrowest part it is given. */
  record Place(
      Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {}
}
