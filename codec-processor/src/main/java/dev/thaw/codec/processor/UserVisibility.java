package dev.thaw.codec.processor;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Whether a codec may name types, and what the compiler would warn of where it does. */
final class UserVisibility {
  private final Elements elements;
  private final TypeElement root;
  private final Set<String> warnings = new TreeSet<>();

  UserVisibility(Elements elements, TypeElement root) {
    this.elements = elements;
    this.root = root;
  }

  /** What the compiler would warn of in a codec that names what was met so far. */
  Set<String> warnings() {
    return warnings;
  }

  /** Notes that the codec names elements. */
  void uses(Collection<? extends Element> used) {
    if (used.stream().anyMatch(elements::isDeprecated)) {
      warnings.addAll(List.of("deprecation", "removal"));
    }
  }

  /** Refuses a type that a class beside the root cannot name. */
  void check(TypeElement element, Rejection.Place place) throws Rejection {
    boolean samePackage = elements.getPackageOf(element).equals(elements.getPackageOf(root));
    Element each = element;
    while (each instanceof TypeElement type) {
      if (type.getModifiers().contains(Modifier.PRIVATE)
          || !(samePackage || type.getModifiers().contains(Modifier.PUBLIC))) {
        throw new Rejection(
            place,
            type.getSimpleName()
                + " is not visible to a codec beside "
                + root.getSimpleName()
                + ": make it "
                + (samePackage ? "package-private or public" : "public"));
      }
      if (type.getNestingKind().isNested()
          && type.getKind() == ElementKind.CLASS
          && !type.getModifiers().contains(Modifier.STATIC)) {
        throw new Rejection(place, type.getSimpleName() + " is an inner class: make it static");
      }
      uses(List.of(type));
      each = type.getEnclosingElement();
    }
  }
}
