package dev.thaw.codec.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.thaw.codec.processor.UserModel.Property;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;

/** The names of methods and constants in the codec of a user's type. */
final class UserNames {
  private final boolean generic;
  private final Map<TypeName, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  UserNames(boolean generic) {
    this.generic = generic;
  }

  /** The modifiers of methods: those of a generic type use the codecs of its parameters. */
  Modifier[] modifiers() {
    return generic
        ? new Modifier[] {Modifier.PRIVATE}
        : new Modifier[] {Modifier.PRIVATE, Modifier.STATIC};
  }

  /** A type's name as a part of others: PageOfOrder for {@code Page<Order>}. */
  String of(TypeName type) {
    return names.computeIfAbsent(type, this::unused);
  }

  private String unused(TypeName type) {
    String plain = plain(type);
    String name = plain;
    for (int i = 2; !taken.add(name); i++) {
      name = plain + i;
    }
    return name;
  }

  private static String plain(TypeName type) {
    return switch (type) {
      case ClassName name -> name.simpleName();
      case ArrayTypeName array -> plain(array.componentType()) + "Array";
      case ParameterizedTypeName generic -> generic(generic);
      case WildcardTypeName wildcard -> plain(wildcard.upperBounds().getFirst());
      case TypeVariableName variable -> variable.name();
      default -> type.toString();
    };
  }

  private static String generic(ParameterizedTypeName type) {
    StringBuilder arguments = new StringBuilder();
    type.typeArguments().forEach(argument -> arguments.append(plain(argument)));
    String name = type.rawType().simpleName();
    return type.rawType().packageName().startsWith("java.")
        ? arguments + name
        : name + "Of" + arguments;
  }

  /** The constant that holds the names of a class's properties. */
  String constant(TypeName type) {
    return of(type)
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toUpperCase(Locale.ROOT);
  }

  /** A variable for each property, named as it where that is possible. */
  static Map<Property, String> variables(List<Property> properties, String... taken) {
    Set<String> used = new HashSet<>(List.of(taken));
    Map<Property, String> variables = new HashMap<>();
    for (Property property : properties) {
      String name = property.name();
      while (SourceVersion.isKeyword(name) || !used.add(name)) {
        name += "_";
      }
      variables.put(property, name);
    }
    return variables;
  }
}
