package dev.thaw.codec.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.thaw.codec.processor.UserModel.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The names of methods and constants in the codec of a user's type. */
final class UserNames {
  private final boolean generic;
  private final Map<TypeName, String> names = new HashMap<>();
  private final Map<TypeName, String> bodies = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<FormatKey, String> formats = new LinkedHashMap<>();

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
    return names.computeIfAbsent(type, key -> unused(plain(key)));
  }

  /** The same of what is inside of an object whose class the JSON tells. */
  String body(TypeName type) {
    return bodies.computeIfAbsent(type, key -> unused(of(key) + "Body"));
  }

  private String unused(String plain) {
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
      default -> Character.toUpperCase(type.toString().charAt(0)) + type.toString().substring(1);
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

  /** The same of a container: what is inside may have formats. */
  String of(TypeName container, UserType inside) {
    String format = formats(inside);
    return format.isEmpty() ? of(container) : of(container) + format;
  }

  private String formats(UserType type) {
    return switch (type) {
      case UserType.Formatted formatted ->
          formatted.pattern() == null ? "AsText" : "In" + format(formatted);
      case UserType.CollectionOf list -> formats(list.element());
      case UserType.MapOf map -> formats(map.value()) + (map.nulls() ? "WithNulls" : "");
      case UserType.OptionalOf optional -> formats(optional.value());
      default -> "";
    };
  }

  /** The constant that holds a format. */
  String format(UserType.Formatted formatted) {
    FormatKey key = new FormatKey(formatted.pattern(), formatted.locale(), formatted.zone());
    return formats.computeIfAbsent(
        key, made -> formats.isEmpty() ? "FORMAT" : "FORMAT_" + (formats.size() + 1));
  }

  /** The constants that hold formats. */
  List<FieldSpec> formats() {
    ClassName type = ClassName.get("java.time.format", "DateTimeFormatter");
    List<FieldSpec> fields = new ArrayList<>();
    formats.forEach(
        (key, name) ->
            fields.add(
                FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(
                        "$T.of($S, $S, $S)",
                        Api.helper("UserFormats"),
                        key.pattern(),
                        key.locale(),
                        key.zone())
                    .build()));
    return fields;
  }

  private record FormatKey(
      @Nullable String pattern, @Nullable String locale, @Nullable String zone) {}

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
