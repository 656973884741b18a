package dev.thaw.codec.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Says of the types in a user's type how they are read and written. */
final class UserTypes {
  static final String GENERATE = Api.PACKAGE + ".GenerateCodec";

  /** What is made of each collection, as databind does. */
  private static final Map<String, String> COLLECTIONS =
      Map.ofEntries(
          Map.entry("java.lang.Iterable", "ArrayList"),
          Map.entry("java.util.Collection", "ArrayList"),
          Map.entry("java.util.SequencedCollection", "ArrayList"),
          Map.entry("java.util.List", "ArrayList"),
          Map.entry("java.util.ArrayList", "ArrayList"),
          Map.entry("java.util.LinkedList", "LinkedList"),
          Map.entry("java.util.Queue", "LinkedList"),
          Map.entry("java.util.Deque", "LinkedList"),
          Map.entry("java.util.ArrayDeque", "ArrayDeque"),
          Map.entry("java.util.Set", "HashSet"),
          Map.entry("java.util.HashSet", "HashSet"),
          Map.entry("java.util.LinkedHashSet", "LinkedHashSet"),
          Map.entry("java.util.SequencedSet", "LinkedHashSet"),
          Map.entry("java.util.SortedSet", "TreeSet"),
          Map.entry("java.util.NavigableSet", "TreeSet"),
          Map.entry("java.util.TreeSet", "TreeSet"),
          Map.entry("java.util.EnumSet", "EnumSet"));

  private static final Map<String, String> MAPS =
      Map.ofEntries(
          Map.entry("java.util.Map", "LinkedHashMap"),
          Map.entry("java.util.SequencedMap", "LinkedHashMap"),
          Map.entry("java.util.LinkedHashMap", "LinkedHashMap"),
          Map.entry("java.util.HashMap", "HashMap"),
          Map.entry("java.util.SortedMap", "TreeMap"),
          Map.entry("java.util.NavigableMap", "TreeMap"),
          Map.entry("java.util.TreeMap", "TreeMap"),
          Map.entry("java.util.EnumMap", "EnumMap"));

  private static final Map<String, String> KEYS =
      Map.of(
          "java.lang.String", "text",
          "java.lang.Object", "text",
          "java.lang.Integer", "boxedInt",
          "java.lang.Long", "boxedLong",
          "java.util.UUID", "uuid");

  private final Elements elements;
  private final TypeElement root;
  private final UserModels models;
  private final UserVisibility visibility;

  UserTypes(Elements elements, TypeElement root, UserModels models, UserVisibility visibility) {
    this.elements = elements;
    this.root = root;
    this.models = models;
    this.visibility = visibility;
  }

  /**
   * How a type is read and written.
   *
   * @param place of what has the type
   */
  UserType of(TypeMirror type, Rejection.Place place) throws Rejection {
    TypeName name = TypeName.get(type);
    UserType.Leaf leaf = LeafTypes.of(name);
    if (leaf != null) {
      return leaf;
    }
    return switch (type) {
      case ArrayType array -> array(array, place);
      case TypeVariable variable -> variable(variable, place);
      case WildcardType wildcard -> of(bound(wildcard, place), place);
      case DeclaredType declared -> declared(declared, place);
      default -> throw none(type, place, advice());
    };
  }

  private UserType array(ArrayType array, Rejection.Place place) throws Rejection {
    UserType element = of(array.getComponentType(), place);
    if (element.javaType() instanceof ParameterizedTypeName
        || element instanceof UserType.Variable) {
      throw none(array, place, ": make it a List");
    }
    return new UserType.ArrayOf(ArrayTypeName.of(element.javaType()), element);
  }

  private UserType variable(TypeVariable variable, Rejection.Place place) throws Rejection {
    if (!root.getTypeParameters().contains(variable.asElement())) {
      throw none(variable, place, ": name a type");
    }
    return new UserType.Variable(TypeVariableName.get(variable));
  }

  private TypeMirror bound(WildcardType wildcard, Rejection.Place place) throws Rejection {
    if (wildcard.getExtendsBound() != null) {
      return wildcard.getExtendsBound();
    }
    if (wildcard.getSuperBound() != null) {
      throw none(wildcard, place, ": name a type");
    }
    return elements.getTypeElement("java.lang.Object").asType();
  }

  private UserType declared(DeclaredType type, Rejection.Place place) throws Rejection {
    TypeElement element = (TypeElement) type.asElement();
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.isEmpty() && !element.getTypeParameters().isEmpty()) {
      throw none(type, place, ": say of what it is");
    }
    String name = element.getQualifiedName().toString();
    String collection = COLLECTIONS.get(name);
    if (collection != null) {
      return collection(type, collection, of(arguments.getFirst(), place), place);
    }
    String map = MAPS.get(name);
    if (map != null) {
      UserType.Key key = key(arguments.getFirst(), place);
      UserType value = of(arguments.getLast(), place);
      ClassName implementation = implementation(map, name, "LinkedHashMap", key.constants());
      return new UserType.MapOf(
          TypeName.get(type),
          ParameterizedTypeName.get(ClassName.get(element), key.javaType(), value.javaType()),
          implementation,
          key,
          value,
          false);
    }
    if (name.equals("java.util.Optional")) {
      return new UserType.OptionalOf(TypeName.get(type), of(arguments.getFirst(), place));
    }
    if (element.getKind() == ElementKind.ENUM) {
      visibility.check(element, place);
      return models.enumType(element, place);
    }
    if (name.startsWith("java.") || name.startsWith("javax.")) {
      throw none(type, place, advice());
    }
    visibility.check(element, place);
    ClassName own = arguments.isEmpty() ? codecOf(element, place) : null;
    if (own != null) {
      return new UserType.Own(TypeName.get(type), own);
    }
    for (TypeMirror argument : arguments) {
      if (argument instanceof WildcardType) {
        throw none(type, place, ": name a type for each ?");
      }
    }
    return models.object(type, place);
  }

  private static UserType collection(
      DeclaredType type, String plain, UserType element, Rejection.Place place) throws Rejection {
    String implementation = plain;
    ClassName raw = ClassName.get((TypeElement) type.asElement());
    TypeName made = ParameterizedTypeName.get(raw, element.javaType());
    String creation;
    boolean enums = element instanceof UserType.EnumOf;
    if (enums && raw.equals(ClassName.get(Set.class))) {
      implementation = "EnumSet"; // as databind has it
    }
    if (implementation.equals("EnumSet")) {
      if (!enums) {
        throw none(type, place, ": name the enum");
      }
      creation = "$T.noneOf($T.class)";
    } else {
      creation = "new $T<>()";
    }
    return new UserType.CollectionOf(
        TypeName.get(type),
        raw.simpleName().equals("Iterable")
            ? ParameterizedTypeName.get(
                ClassName.get("java.util", "Collection"), element.javaType())
            : made,
        ClassName.get("java.util", implementation),
        creation,
        element);
  }

  /** A map with an enum's constants as keys is an EnumMap, as databind has it. */
  private static ClassName implementation(
      String map, String declared, String plain, UserType.@Nullable EnumOf constants) {
    boolean enumMap = constants != null && map.equals(plain) && declared.equals("java.util.Map");
    return ClassName.get("java.util", enumMap ? "EnumMap" : map);
  }

  private UserType.Key key(TypeMirror type, Rejection.Place place) throws Rejection {
    TypeMirror plain = type instanceof WildcardType wildcard ? bound(wildcard, place) : type;
    TypeName name = TypeName.get(plain);
    String reader = KEYS.get(name.toString());
    if (reader != null) {
      return new UserType.Key(name, reader, null);
    }
    if (plain instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getKind() == ElementKind.ENUM) {
      visibility.check(element, place);
      return new UserType.Key(name, null, models.enumType(element, place));
    }
    throw none(type, place, " as a map's key: use a String, Integer, Long, UUID or an enum");
  }

  /**
   * The codec that stands beside a type: one that is generated, or a class that its author wrote.
   */
  private @Nullable ClassName codecOf(TypeElement element, Rejection.Place place) throws Rejection {
    if (element.equals(root)) {
      return null;
    }
    ClassName name = codec(elements, element);
    TypeElement codec = elements.getTypeElement(name.canonicalName());
    if (hasCodec(element)) {
      JavaFileObject file = elements.getFileObjectOf(element);
      if (codec == null && file != null && file.getKind() == JavaFileObject.Kind.CLASS) {
        throw none(
            element.asType(), place, ": have thaw-codec-processor where that class is compiled");
      }
      return name;
    }
    return codec != null && models.isCodec(codec) ? name : null;
  }

  /** What to do about a type that is not the user's own. */
  String advice() {
    return ": give the property a type that has one, such as String, or write the codec of "
        + root.getSimpleName()
        + " by hand";
  }

  private boolean hasCodec(TypeElement element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (Annotation.nameOf(annotation).equals(GENERATE)) {
        return true;
      }
    }
    return false;
  }

  /** The codec's name: the type's, with those of the classes around it. */
  static ClassName codec(Elements elements, TypeElement type) {
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    String binaryName = elements.getBinaryName(type).toString();
    String simpleName =
        packageName.isEmpty() ? binaryName : binaryName.substring(packageName.length() + 1);
    return ClassName.get(packageName, simpleName.replace('$', '_') + "Codec");
  }

  private static Rejection none(TypeMirror type, Rejection.Place place, String advice) {
    String what = type.getKind() == TypeKind.ERROR ? "an unknown type, " : "";
    return new Rejection(
        place, "There is no codec for " + what + TypeName.get(type).toString() + advice);
  }
}
