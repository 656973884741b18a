package dev.thaw.codec.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.thaw.codec.processor.PropertyAnnotations.Members;
import dev.thaw.codec.processor.UserModel.Access;
import dev.thaw.codec.processor.UserModel.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/** Makes the models of the classes in a user's type. */
final class UserModels {
  /** More than anyone writes by hand: a generic type that contains itself in ever deeper ways. */
  private static final int MOST = 500;

  private final Elements elements;
  private final Types types;
  private final TypeElement root;
  private final Annotations annotations;
  private final PropertyReader propertyReader;
  private final TypeReader typeReader;
  private final UserTypes userTypes;
  private final Map<TypeName, Wanted> wanted = new LinkedHashMap<>();

  UserModels(Elements elements, Types types, TypeElement root) {
    this.elements = elements;
    this.types = types;
    this.root = root;
    this.annotations = new Annotations(elements, types);
    this.propertyReader = new PropertyReader(annotations);
    this.typeReader = new TypeReader(annotations);
    this.userTypes = new UserTypes(elements, root, this);
  }

  /** A class whose model is wanted, and where it was met first. */
  private record Wanted(DeclaredType type, Rejection.Place place) {}

  /** Notes that a class is a part of the type. */
  UserType object(DeclaredType type, Rejection.Place place) throws Rejection {
    TypeName name = TypeName.get(type);
    wanted.putIfAbsent(name, new Wanted(type, place));
    if (wanted.size() > MOST) {
      throw new Rejection(place, root.getSimpleName() + " contains types without end");
    }
    return new UserType.ObjectOf(name);
  }

  UserType.EnumOf enumType(TypeElement element, Rejection.Place place) throws Rejection {
    return new UserType.EnumOf(element, UserEnums.constants(element, propertyReader, place));
  }

  /** The type itself. */
  UserType root() throws Rejection {
    return userTypes.of(root.asType(), new Rejection.Place(root, null, null));
  }

  /** The models of all the classes met so far and in each other, without those of other codecs. */
  List<UserModel> all() throws Rejection {
    List<UserModel> models = new ArrayList<>();
    while (models.size() < wanted.size()) {
      Wanted next = wanted.values().stream().skip(models.size()).findFirst().orElseThrow();
      models.add(make(next.type(), next.place()));
    }
    return models;
  }

  private UserModel make(DeclaredType type, Rejection.Place user) throws Rejection {
    TypeElement element = (TypeElement) type.asElement();
    boolean isClass =
        element.getKind() == ElementKind.RECORD || element.getKind() == ElementKind.CLASS;
    if (!isClass || element.getModifiers().contains(Modifier.ABSTRACT)) {
      throw new Rejection(
          user, "There is no codec for " + element + ": it is no class that can be made");
    }
    TypeAnnotations said = typeReader.type(element);
    ExecutableElement creator = creator(element, said);
    List<? extends VariableElement> parameters =
        creator == null ? List.of() : creator.getParameters();
    Map<String, UserMembers.Found> found =
        UserMembers.of(annotations.hierarchy(element), parameters);
    Map<VariableElement, Property> arguments = new HashMap<>();
    List<Property> properties = new ArrayList<>();
    for (Map.Entry<String, UserMembers.Found> each : found.entrySet()) {
      Members members = each.getValue().members();
      Property property = property(type, each.getKey(), members, said, user);
      if (property != null) {
        properties.add(property);
        if (members.parameter() != null) {
          arguments.put(members.parameter(), property);
        }
      }
    }
    checkNames(element, properties, user);
    List<Property> ordered = new ArrayList<>();
    for (VariableElement parameter : parameters) {
      Property argument = arguments.get(parameter);
      if (argument == null) {
        throw new Rejection(
            place(parameter, user),
            parameter.getSimpleName() + " is ignored, but the constructor takes it");
      }
      ordered.add(argument);
    }
    return new UserModel(TypeName.get(type), element, properties, creation(type, creator), ordered);
  }

  private @Nullable ExecutableElement creator(TypeElement element, TypeAnnotations said) {
    if (said.creator() != null) {
      return said.creator().method();
    }
    return Creators.of(element, types);
  }

  private static @Nullable CodeBlock creation(
      DeclaredType type, @Nullable ExecutableElement creator) {
    if (creator == null) {
      return null;
    }
    return creator.getKind() == ElementKind.CONSTRUCTOR
        ? CodeBlock.of("new $T", TypeName.get(type))
        : CodeBlock.of("$T.$N", TypeName.get(type), creator.getSimpleName());
  }

  private @Nullable Property property(
      DeclaredType owner, String name, Members members, TypeAnnotations said, Rejection.Place user)
      throws Rejection {
    PropertyAnnotations property =
        propertyReader.property((TypeElement) owner.asElement(), members);
    String jsonName = property.jsonName(name, said.naming());
    boolean parameter = members.parameter() != null;
    boolean written = property.access() != PropertyAnnotations.Access.READ_ONLY;
    boolean readable = property.access() != PropertyAnnotations.Access.WRITTEN_ONLY || parameter;
    Access read =
        readable && !said.notRead().contains(jsonName)
            ? reading(owner, members, property, user)
            : null;
    Access write =
        written && !said.notWritten().contains(jsonName)
            ? writing(owner, members, property, user)
            : null;
    if (read == null && write == null) {
      return null;
    }
    Inclusion inclusion = property.inclusion();
    inclusion = inclusion == null ? said.inclusion() : inclusion;
    return new Property(
        name,
        jsonName,
        property.aliases(),
        read,
        write,
        property.required(),
        inclusion == null ? Inclusion.NON_NULL : inclusion);
  }

  private @Nullable Access reading(
      DeclaredType owner, Members members, PropertyAnnotations said, Rejection.Place user)
      throws Rejection {
    VariableElement parameter = members.parameter();
    if (parameter != null && !said.ignored().contains(parameter)) {
      Element shown = members.component() == null ? parameter : members.component();
      return new Access(
          userTypes.of(parameterType(owner, parameter), place(shown, user)), "", false);
    }
    ExecutableElement setter = members.setter();
    if (setter != null && usable(setter, said) && isAccessible(setter)) {
      TypeMirror type =
          ((ExecutableType) types.asMemberOf(owner, setter)).getParameterTypes().getFirst();
      return new Access(
          userTypes.of(type, place(setter, user)), setter.getSimpleName().toString(), false);
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
      TypeMirror type = ((ExecutableType) types.asMemberOf(owner, getter)).getReturnType();
      Element shown = members.component() == null ? getter : members.component();
      return new Access(
          userTypes.of(type, place(shown, user)), getter.getSimpleName().toString(), false);
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
        userTypes.of(types.asMemberOf(owner, field), place(field, user)),
        field.getSimpleName().toString(),
        true);
  }

  private TypeMirror parameterType(DeclaredType owner, VariableElement parameter) {
    ExecutableElement method =
        (ExecutableElement) Objects.requireNonNull(parameter.getEnclosingElement());
    int index = method.getParameters().indexOf(parameter);
    return method.getKind() == ElementKind.CONSTRUCTOR
        ? ((ExecutableType) types.asMemberOf(owner, method)).getParameterTypes().get(index)
        : parameter.asType();
  }

  private static boolean usable(Element member, PropertyAnnotations said) {
    return !said.ignored().contains(member);
  }

  /** Public members are used, and those that an annotation asks for. */
  private static boolean visible(Element member, PropertyAnnotations said) {
    return usable(member, said)
        && (member.getModifiers().contains(Modifier.PUBLIC) || said.explicit().contains(member));
  }

  private boolean isAccessible(Element member) {
    return member.getModifiers().contains(Modifier.PUBLIC)
        || (!member.getModifiers().contains(Modifier.PRIVATE)
            && elements.getPackageOf(member).equals(elements.getPackageOf(root)));
  }

  private void checkAccess(Element member, Rejection.Place user, String advice) throws Rejection {
    if (!isAccessible(member)) {
      throw new Rejection(
          place(member, user),
          member.getSimpleName() + " is not visible to a codec in its package: " + advice);
    }
  }

  /** The element itself where it stands in source that is compiled, else what uses its class. */
  private Rejection.Place place(Element element, Rejection.Place user) {
    javax.tools.JavaFileObject file = elements.getFileObjectOf(element);
    return file != null && file.getKind() == javax.tools.JavaFileObject.Kind.SOURCE
        ? new Rejection.Place(element, null, null)
        : user;
  }

  private void checkNames(TypeElement element, List<Property> properties, Rejection.Place user)
      throws Rejection {
    Map<String, Property> names = new HashMap<>();
    for (Property property : properties) {
      List<String> all = new ArrayList<>(property.aliases());
      all.add(property.jsonName());
      for (String name : all) {
        Property other = names.putIfAbsent(name, property);
        if (other != null && !other.equals(property)) {
          throw new Rejection(
              place(element, user),
              "Both " + other.name() + " and " + property.name() + " are called " + name);
        }
      }
    }
  }
}
