package dev.thaw.codec.processor;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;

/**
 * The compiler's view of elements.
 *
 * @param root the type whose codec is written
 */
record UserElements(Elements elements, Types types, TypeElement root) {

  /** The element itself where it stands in source that is compiled, else what uses its class. */
  Rejection.Place place(Element element, Rejection.Place user) {
    return isSource(element) ? new Rejection.Place(element, null, null) : user;
  }

  /** Whether it is compiled now, rather than part of a jar. */
  boolean isSource(Element element) {
    JavaFileObject file = elements.getFileObjectOf(element);
    return file != null && file.getKind() == JavaFileObject.Kind.SOURCE;
  }

  /** Whether the codec may call it. */
  boolean isAccessible(Element member) {
    return member.getModifiers().contains(Modifier.PUBLIC)
        || (!member.getModifiers().contains(Modifier.PRIVATE)
            && elements.getPackageOf(member).equals(elements.getPackageOf(root)));
  }

  /** Refuses what throws a checked exception, for which a codec's methods have no place. */
  void checkThrows(ExecutableElement method, Rejection.Place user) throws Rejection {
    for (TypeMirror thrown : method.getThrownTypes()) {
      if (!isA(thrown, "java.lang.RuntimeException") && !isA(thrown, "java.lang.Error")) {
        throw new Rejection(
            place(method, user),
            method + " throws " + thrown + ", which a codec cannot: throw an unchecked exception");
      }
    }
  }

  private boolean isA(TypeMirror type, String name) {
    return types.isSubtype(type, elements.getTypeElement(name).asType());
  }

  /** The type of a constructor's or factory's parameter, where its class has these arguments. */
  TypeMirror parameterType(DeclaredType owner, VariableElement parameter) {
    ExecutableElement method =
        (ExecutableElement) Objects.requireNonNull(parameter.getEnclosingElement());
    int index = method.getParameters().indexOf(parameter);
    return method.getKind() == ElementKind.CONSTRUCTOR
        ? ((ExecutableType) types.asMemberOf(owner, method)).getParameterTypes().get(index)
        : parameter.asType();
  }
}
