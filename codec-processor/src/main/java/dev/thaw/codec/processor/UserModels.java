package dev.thaw.codec.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.thaw.codec.processor.PropertyAnnotations.Members;
import dev.thaw.codec.processor.UserModel.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Makes the models of the classes in a user's type. */
final class UserModels {
  /** More than anyone writes by hand: a generic type that contains itself in ever deeper ways. */
  private static final int MOST = 500;

  private final UserElements elements;
  private final TypeElement root;
  private final Annotations annotations;
  private final PropertyReader propertyReader;
  private final TypeReader typeReader;
  private final UserVisibility visibility;
  private final UserTypes userTypes;
  private final UserProperties properties;
  private final Map<String, Wanted> wanted = new LinkedHashMap<>();

  UserModels(Elements elements, Types types, TypeElement root) {
    this.elements = new UserElements(elements, types, root);
    this.root = root;
    this.annotations = new Annotations(elements, types);
    this.propertyReader = new PropertyReader(annotations);
    this.typeReader = new TypeReader(annotations);
    this.visibility = new UserVisibility(elements, root);
    this.userTypes = new UserTypes(elements, root, this, visibility);
    this.properties = new UserProperties(this.elements, propertyReader, userTypes);
  }

  /**
   * A class whose model is wanted.
   *
   * @param place where it was met first
   * @param inside how the JSON tells that it is this class of several; null for a class of its own
   */
  private record Wanted(DeclaredType type, Rejection.Place place, @Nullable TypeIds inside) {}

  /** Notes that a class is a part of the type. */
  UserType object(DeclaredType type, Rejection.Place place) throws Rejection {
    want(TypeName.get(type).toString(), new Wanted(type, place, null));
    return new UserType.ObjectOf(TypeName.get(type));
  }

  private void want(String key, Wanted next) throws Rejection {
    wanted.putIfAbsent(key, next);
    if (wanted.size() > MOST) {
      throw new Rejection(next.place(), root.getSimpleName() + " contains types without end");
    }
  }

  /** Whether a class is one that codecs can make and call. */
  boolean isCodec(TypeElement type) {
    Types types = elements.types();
    TypeMirror codec = elements.elements().getTypeElement(Api.CODEC.canonicalName()).asType();
    return types.isSubtype(types.erasure(type.asType()), types.erasure(codec))
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(each -> each.getParameters().isEmpty() && elements.isAccessible(each));
  }

  UserType.EnumOf enumType(TypeElement element, Rejection.Place place) throws Rejection {
    TypeAnnotations said = typeReader.type(element);
    if (said.value() != null || said.creator() != null || said.format() != null) {
      throw new Rejection(
          elements.place(element, place),
          "An enum with @JsonValue, @JsonCreator or @JsonFormat is not supported: name the"
              + " constants by @JsonProperty");
    }
    visibility.uses(element.getEnclosedElements());
    return new UserType.EnumOf(element, UserEnums.constants(element, propertyReader, place));
  }

  /** The type itself. */
  UserType root() throws Rejection {
    return userTypes.of(root.asType(), new Rejection.Place(root, null, null));
  }

  /** The models of all the classes met so far and in each other, without those of other codecs. */
  List<UserClass> all() throws Rejection {
    List<UserClass> models = new ArrayList<>();
    while (models.size() < wanted.size()) {
      Wanted next = wanted.values().stream().skip(models.size()).findFirst().orElseThrow();
      models.add(make(next.type(), next.place(), next.inside()));
    }
    return models;
  }

  /** What the compiler would warn of in a codec with the models made so far. */
  Set<String> warnings() {
    return visibility.warnings();
  }

  private UserClass make(DeclaredType type, Rejection.Place user, @Nullable TypeIds inside)
      throws Rejection {
    TypeElement element = (TypeElement) type.asElement();
    TypeAnnotations said = typeReader.type(element);
    if (inside == null && said.typeIds() != null) {
      return family(type, user);
    }
    boolean isClass =
        element.getKind() == ElementKind.RECORD || element.getKind() == ElementKind.CLASS;
    if (!isClass || element.getModifiers().contains(Modifier.ABSTRACT)) {
      throw new Rejection(
          user,
          "There is no codec for "
              + element
              + (elements.isSource(element)
                  ? ": it has no values of its own; name its classes by @JsonTypeInfo(use = NAME)"
                  : userTypes.advice()));
    }
    if (said.value() != null || (said.creator() != null && said.creator().delegating())) {
      return value(type, said, user);
    }
    return object(type, said, user, inside);
  }

  private UserModel object(
      DeclaredType type, TypeAnnotations said, Rejection.Place user, @Nullable TypeIds inside)
      throws Rejection {
    TypeElement element = (TypeElement) type.asElement();
    ExecutableElement creator = creator(element, said, user);
    Map<String, UserMembers.Found> found =
        UserMembers.of(annotations, propertyReader, element, creator.getParameters());
    Map<VariableElement, Property> arguments = new HashMap<>();
    List<Property> ordered = new ArrayList<>();
    List<Property> renamed = new ArrayList<>();
    Set<Element> used = new HashSet<>(creator.getParameters());
    for (Map.Entry<String, UserMembers.Found> each : found.entrySet()) {
      each.getValue().addTo(used);
      Members members = each.getValue().members();
      Property property = properties.property(type, each.getKey(), members, said, user);
      if (property == null) {
        continue;
      }
      boolean skipped = property.jsonName().equals(FamilyMethods.skippedProperty(inside));
      property = skipped ? property.unread() : property;
      (property.isRenamed() ? renamed : ordered).add(property);
      if (members.parameter() != null) {
        arguments.put(members.parameter(), property);
      }
    }
    ordered.addAll(renamed);
    used.add(creator);
    visibility.uses(used);
    UnusedAnnotations.check(annotations, element, used);
    checkNames(element, ordered, user);
    List<Property> taken = new ArrayList<>();
    for (VariableElement parameter : creator.getParameters()) {
      taken.add(Objects.requireNonNull(arguments.get(parameter)));
    }
    return new UserModel(
        TypeName.get(type),
        inside != null,
        PropertyOrder.sort(ordered, taken, said),
        creation(type, creator),
        taken);
  }

  private UserFamily family(DeclaredType type, Rejection.Place user) throws Rejection {
    TypeIds ids = typeReader.family((TypeElement) type.asElement());
    Types types = elements.types();
    List<UserFamily.Member> members = new ArrayList<>();
    for (TypeIds.Subtype subtype : ids.subtypes()) {
      if (types.isSubtype(types.erasure(subtype.type().asType()), types.erasure(type))) {
        members.add(
            new UserFamily.Member(inside(type, subtype.type(), ids, user), subtype.names()));
      }
    }
    TypeElement fallback = ids.fallback();
    if (members.isEmpty()) {
      throw new Rejection(user, type.asElement() + " has no classes: name them by @JsonSubTypes");
    }
    return new UserFamily(
        TypeName.get(type),
        ids,
        members,
        fallback == null ? null : inside(type, fallback, ids, user));
  }

  /** Notes that a class of a family is a part of the type. */
  private TypeName inside(
      DeclaredType family, TypeElement element, TypeIds ids, Rejection.Place user)
      throws Rejection {
    boolean same = element.equals(family.asElement());
    if (!same && !element.getTypeParameters().isEmpty()) {
      throw new Rejection(
          elements.place(element, user),
          element + " is generic: a codec cannot tell of what it is");
    }
    visibility.check(element, elements.place(element, user));
    DeclaredType type = same ? family : (DeclaredType) element.asType();
    want(TypeName.get(type) + " inside", new Wanted(type, elements.place(element, user), ids));
    return TypeName.get(type);
  }

  private UserValue value(DeclaredType type, TypeAnnotations said, Rejection.Place user)
      throws Rejection {
    Element value = said.value();
    Creator creator = said.creator();
    if (value == null || creator == null || !creator.delegating()) {
      throw new Rejection(
          elements.place(type.asElement(), user),
          type.asElement().getSimpleName()
              + " needs both a @JsonValue and a @JsonCreator(mode = DELEGATING)");
    }
    VariableElement parameter = creator(type.asElement(), said, user).getParameters().getFirst();
    if (!elements.isAccessible(value)) {
      throw new Rejection(
          elements.place(value, user),
          value.getSimpleName() + " is not visible to a codec in another package: make it public");
    }
    if (value instanceof ExecutableElement getter) {
      elements.checkThrows(getter, user);
    }
    TypeMirror written = elements.types().asMemberOf(type, value);
    boolean method = written instanceof ExecutableType;
    return new UserValue(
        TypeName.get(type),
        userTypes.of(elements.parameterType(type, parameter), elements.place(parameter, user)),
        creation(type, creator.method()),
        userTypes.of(
            written instanceof ExecutableType getter ? getter.getReturnType() : written,
            elements.place(value, user)),
        value.getSimpleName() + (method ? "()" : ""));
  }

  private ExecutableElement creator(Element element, TypeAnnotations said, Rejection.Place user)
      throws Rejection {
    ExecutableElement creator =
        said.creator() == null
            ? Creators.of((TypeElement) element, elements.types())
            : said.creator().method();
    if (creator == null || !elements.isAccessible(creator)) {
      throw new Rejection(
          elements.place(element, user),
          element.getSimpleName()
              + " has no constructor that a codec can call"
              + (elements.isSource(element)
                  ? ": give it one without parameters, or one that is public or a @JsonCreator"
                  : userTypes.advice()));
    }
    elements.checkThrows(creator, user);
    return creator;
  }

  private static CodeBlock creation(DeclaredType type, ExecutableElement creator) {
    return creator.getKind() == ElementKind.CONSTRUCTOR
        ? CodeBlock.of("new $T", TypeName.get(type))
        : CodeBlock.of(
            "$T.$N", ClassName.get((TypeElement) type.asElement()), creator.getSimpleName());
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
              elements.place(element, user),
              "Both " + other.name() + " and " + property.name() + " are called " + name);
        }
      }
    }
  }
}
