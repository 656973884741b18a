package dev.thaw.codec.processor;

import dev.thaw.codec.processor.PropertyAnnotations.Members;
import dev.thaw.codec.processor.UserModel.Access;
import dev.thaw.codec.processor.UserModel.Property;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Decides how each property of a class is read and written. */
final class UserProperties {
  private final UserElements elements;
  private final PropertyReader propertyReader;
  private final UserTypes userTypes;

  UserProperties(UserElements elements, PropertyReader propertyReader, UserTypes userTypes) {
    this.elements = elements;
    this.propertyReader = propertyReader;
    this.userTypes = userTypes;
  }

  /** A property; null if it is neither read nor written. */
  @Nullable Property property(
      DeclaredType owner, String name, Members members, TypeAnnotations said, Rejection.Place user)
      throws Rejection {
    PropertyAnnotations property =
        propertyReader.property((TypeElement) owner.asElement(), members);
    String jsonName = property.jsonName(name, said.naming());
    boolean written = property.access() != PropertyAnnotations.Access.READ_ONLY;
    boolean skipped =
        property.access() == PropertyAnnotations.Access.WRITTEN_ONLY
            || said.notRead().contains(jsonName)
            || (members.parameter() != null && !usable(members.parameter(), property));
    // what a constructor takes has a type even if the JSON's value is not for it
    Access read =
        skipped && members.parameter() == null ? null : reading(owner, members, property, user);
    Access write =
        written && !said.notWritten().contains(jsonName)
            ? writing(owner, members, property, user)
            : null;
    if (read == null && write == null) {
      return null;
    }
    if (property.format() != null) {
      read = read == null ? null : read.with(UserTypeFormats.of(read.type(), property.format()));
      write =
          write == null ? null : write.with(UserTypeFormats.of(write.type(), property.format()));
    }
    Inclusion inclusion = property.inclusion();
    if (inclusion == null) {
      inclusion = said.inclusion();
      if (inclusion == Inclusion.NON_DEFAULT) {
        throw new Rejection(
            elements.place(owner.asElement(), user),
            "@JsonInclude(NON_DEFAULT) at a class, which compares with a value that its"
                + " constructor makes, is not supported: put it at the properties");
      }
    }
    Inclusion content = property.content() == null ? said.content() : property.content();
    if (content == Inclusion.ALWAYS && write != null) {
      write = write.with(UserTypeFormats.withNulls(write.type()));
    } else if (content != null && content != Inclusion.NON_NULL && content != Inclusion.ALWAYS) {
      throw new Rejection(
          elements.place(owner.asElement(), user),
          "@JsonInclude(content = " + content + ") is not supported: leave it out");
    }
    return new Property(
        name,
        jsonName,
        property.name() != null,
        property.aliases(),
        read,
        write,
        property.required(),
        property.index(),
        inclusion == null ? Inclusion.NON_NULL : inclusion,
        skipped);
  }

  private @Nullable Access reading(
      DeclaredType owner, Members members, PropertyAnnotations said, Rejection.Place user)
      throws Rejection {
    VariableElement parameter = members.parameter();
    if (parameter != null) {
      Element shown = members.component() == null ? parameter : members.component();
      return new Access(
          userTypes.of(elements.parameterType(owner, parameter), elements.place(shown, user)),
          "",
          false);
    }
    ExecutableElement setter = members.setter();
    if (setter != null && usable(setter, said) && elements.isAccessible(setter)) {
      elements.checkThrows(setter, user);
      TypeMirror type =
          ((ExecutableType) elements.types().asMemberOf(owner, setter))
              .getParameterTypes()
              .getFirst();
      return new Access(
          userTypes.of(type, elements.place(setter, user)),
          setter.getSimpleName().toString(),
          false);
    }
    VariableElement field = members.field();
    if (field != null
        && members.component() == null
        && visible(field, said)
        && !field.getModifiers().contains(Modifier.FINAL)) {
      checkAccess(field, user, "give it a setter");
      return field(owner, field, user);
    }
    return null;
  }

  private @Nullable Access writing(
      DeclaredType owner, Members members, PropertyAnnotations said, Rejection.Place user)
      throws Rejection {
    ExecutableElement getter = members.getter();
    if (getter != null && visible(getter, said)) {
      checkAccess(getter, user, "make it public");
      elements.checkThrows(getter, user);
      TypeMirror type =
          ((ExecutableType) elements.types().asMemberOf(owner, getter)).getReturnType();
      Element shown = members.component() == null ? getter : members.component();
      return new Access(
          userTypes.of(type, elements.place(shown, user)),
          getter.getSimpleName().toString(),
          false);
    }
    VariableElement field = members.field();
    if (field != null && members.component() == null && visible(field, said)) {
      checkAccess(field, user, "give it a getter");
      return field(owner, field, user);
    }
    return null;
  }

  private Access field(DeclaredType owner, VariableElement field, Rejection.Place user)
      throws Rejection {
    return new Access(
        userTypes.of(elements.types().asMemberOf(owner, field), elements.place(field, user)),
        field.getSimpleName().toString(),
        true);
  }

  private static boolean usable(Element member, PropertyAnnotations said) {
    return !said.ignored().contains(member);
  }

  /** Public members are used, and those that an annotation asks for. */
  private static boolean visible(Element member, PropertyAnnotations said) {
    return usable(member, said)
        && (member.getModifiers().contains(Modifier.PUBLIC) || said.explicit().contains(member));
  }

  private void checkAccess(Element member, Rejection.Place user, String advice) throws Rejection {
    if (!elements.isAccessible(member)) {
      throw new Rejection(
          elements.place(member, user),
          member.getSimpleName() + " is not visible to a codec in its package: " + advice);
    }
  }
}
