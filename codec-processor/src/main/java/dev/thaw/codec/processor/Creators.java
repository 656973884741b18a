package dev.thaw.codec.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Chooses the constructor of a class in which no annotation does. */
final class Creators {
  private Creators() {}

  /**
   * The canonical constructor of a record; of a class the one without parameters, else the only
   * public one.
   *
   * @return null if there is none
   */
  static @Nullable ExecutableElement of(TypeElement element, Types types) {
    List<ExecutableElement> visible = new ArrayList<>();
    for (ExecutableElement each : ElementFilter.constructorsIn(element.getEnclosedElements())) {
      if (!element.getRecordComponents().isEmpty() && isCanonical(each, element, types)) {
        return each;
      }
      if (each.getParameters().isEmpty() && !each.getModifiers().contains(Modifier.PRIVATE)) {
        return each;
      }
      if (each.getModifiers().contains(Modifier.PUBLIC)) {
        visible.add(each);
      }
    }
    return visible.size() == 1 ? visible.getFirst() : null;
  }

  private static boolean isCanonical(
      ExecutableElement constructor, TypeElement element, Types types) {
    List<? extends RecordComponentElement> components = element.getRecordComponents();
    if (constructor.getParameters().size() != components.size()) {
      return false;
    }
    for (int i = 0; i < components.size(); i++) {
      Element parameter = constructor.getParameters().get(i);
      if (!types.isSameType(
          types.erasure(parameter.asType()), types.erasure(components.get(i).asType()))) {
        return false;
      }
    }
    return true;
  }
}
