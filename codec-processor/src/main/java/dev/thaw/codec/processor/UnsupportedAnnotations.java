package dev.thaw.codec.processor;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which annotations generated codecs honour. Everything else of Jackson's packages is refused: an
 * annotation that has no effect, without a word, is a wrong answer in production.
 */
final class UnsupportedAnnotations {
  static final String JACKSON = "com.fasterxml.jackson.annotation.";

  /** Every class of Jackson's databind, 2 and 3, that an annotation of a type may belong to. */
  private static final Set<String> DATABIND =
      Set.of("tools.jackson.databind.annotation.", "com.fasterxml.jackson.databind.annotation.");

  private static final Set<String> AT_MEMBERS =
      Set.of(
          "JsonProperty",
          "JsonAlias",
          "JsonIgnore",
          "JsonInclude",
          "JsonFormat",
          "JsonGetter",
          "JsonSetter",
          "JsonCreator",
          "JsonValue",
          "JsonPropertyDescription");

  private static final Set<String> AT_TYPES =
      Set.of(
          "JsonIgnoreProperties",
          "JsonInclude",
          "JsonFormat",
          "JsonTypeInfo",
          "JsonSubTypes",
          "JsonTypeName",
          "JsonPropertyOrder",
          "JsonNaming",
          "JsonClassDescription",
          "JsonRootName");

  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("JsonAutoDetect", "annotate the members themselves with @JsonProperty"),
          Map.entry("JsonUnwrapped", "write the properties into this class"),
          Map.entry("JsonAnyGetter", "use a property of type Map"),
          Map.entry("JsonAnySetter", "use a property of type Map"),
          Map.entry("JsonEnumDefaultValue", "an unknown constant is read as null"),
          Map.entry("JsonIncludeProperties", "use @JsonIgnoreProperties or @JsonIgnore"),
          Map.entry("JsonIgnoreType", "use @JsonIgnore at the properties of that type"),
          Map.entry("JsonManagedReference", "use @JsonIgnore at the way back"),
          Map.entry("JsonBackReference", "use @JsonIgnore instead"),
          Map.entry("JsonKey", "use a String or an enum as the map's key"),
          Map.entry("JsonIgnoreProperties", "put it at the class, or use @JsonIgnore"),
          Map.entry("JsonTypeInfo", "put it at the class that has subclasses"),
          Map.entry("JsonSubTypes", "put it at the class that has subclasses"));

  private UnsupportedAnnotations() {}

  /** Refuses an annotation that is not honoured where it stands. */
  static void check(Annotation annotation, boolean atType) throws Rejection {
    String name = simpleName(annotation.name());
    if (name == null || (atType ? AT_TYPES : AT_MEMBERS).contains(name)) {
      return;
    }
    String instead = INSTEAD.get(name);
    boolean elsewhere = (atType ? AT_MEMBERS : AT_TYPES).contains(name);
    throw annotation.rejection(
        (elsewhere ? "here" : "")
            + (elsewhere ? " " : "")
            + "is not supported by a generated codec: "
            + (instead == null
                ? "remove it, or write the class's codec by hand"
                : instead + ", or write the class's codec by hand"));
  }

  /** The simple name of an annotation of Jackson; null for others. */
  static @Nullable String simpleName(String annotation) {
    if (annotation.startsWith(JACKSON)) {
      return annotation.substring(JACKSON.length());
    }
    for (String databind : DATABIND) {
      if (annotation.startsWith(databind)) {
        return annotation.substring(databind.length());
      }
    }
    return null;
  }
}
