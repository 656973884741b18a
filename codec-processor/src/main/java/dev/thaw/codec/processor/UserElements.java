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
    JavaFileObject file = elements.getFileObjectOf(element);
    return file != null && file.getKind() == JavaFileObject.Kind.SOURCE
        ? new Rejection.Place(element, null, null)
        : user;
  }

  /** Whether the codec may call it. */
  boolean isAccessible(Element member) {
    return member.getModifiers().contains(Modifier.PUBLIC)
        || (!member.getModifiers().contains(Modifier.PRIVATE)
            && elements.getPackageOf(member).equals(elements.getPackageOf(root)));
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
