package dev.thaw.codec.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types that a method of ours reads and writes. Those of {@code java.time}, of arrays and the
 * rare ones are each in a class of their own, which only a codec that has such a type loads.
 */
final class LeafTypes {
  private static final ClassName VALUES = Api.helper("UserValues");
  private static final ClassName NUMBERS = Api.helper("UserNumbers");
  private static final ClassName TIMES = Api.helper("UserTimes");
  private static final ClassName LOCAL_TIMES = Api.helper("UserLocalTimes");
  private static final ClassName ARRAYS = Api.helper("UserArrays");
  private static final ClassName TEXTS = Api.helper("UserTexts");
  private static final ClassName OBJECTS = Api.helper("UserObjects");
  private static final ClassName OPTIONALS = Api.helper("UserOptionals");

  private static final Map<String, UserType.Leaf> LEAVES = new HashMap<>();

  static {
    primitive(TypeName.INT, "intValue", "boxedInt", "0", VALUES);
    primitive(TypeName.LONG, "longValue", "boxedLong", "0L", VALUES);
    primitive(TypeName.BOOLEAN, "booleanValue", "boxedBoolean", "false", VALUES);
    primitive(TypeName.DOUBLE, "doubleValue", "boxedDouble", "0.0", VALUES);
    primitive(TypeName.FLOAT, "floatValue", "boxedFloat", "0.0f", NUMBERS);
    primitive(TypeName.SHORT, "shortValue", "boxedShort", "0", NUMBERS);
    primitive(TypeName.BYTE, "byteValue", "boxedByte", "0", NUMBERS);
    primitive(TypeName.CHAR, "charValue", "boxedChar", "'\\0'", TEXTS);
    direct("java.lang.String", VALUES, "text");
    direct("java.math.BigDecimal", NUMBERS, "decimal");
    leaf("java.math.BigInteger", NUMBERS, "integer");
    leaf("java.lang.Number", NUMBERS, "number");
    leaf("java.util.UUID", TEXTS, "uuid");
    leaf("java.net.URI", TEXTS, "uri");
    leaf("java.util.Locale", TEXTS, "locale");
    leaf("java.util.Currency", TEXTS, "currency");
    leaf("java.lang.Object", OBJECTS, "natural");
    times(
        TIMES,
        "Instant",
        "OffsetDateTime",
        "ZonedDateTime",
        "Duration",
        "Period",
        "Year",
        "YearMonth",
        "MonthDay",
        "ZoneId",
        "ZoneOffset");
    times(LOCAL_TIMES, "LocalDate", "LocalTime", "LocalDateTime", "OffsetTime");
    leaf("java.util.Date", Api.helper("UserDates"), "date");
    optional("OptionalInt", "optionalInt");
    optional("OptionalLong", "optionalLong");
    optional("OptionalDouble", "optionalDouble");
    for (TypeName element :
        new TypeName[] {
          TypeName.BYTE,
          TypeName.CHAR,
          TypeName.INT,
          TypeName.LONG,
          TypeName.DOUBLE,
          TypeName.FLOAT,
          TypeName.SHORT,
          TypeName.BOOLEAN
        }) {
      TypeName type = ArrayTypeName.of(element);
      put(new UserType.Leaf(type, ARRAYS, element + "s", false, "null"));
    }
  }

  private LeafTypes() {}

  static UserType.@Nullable Leaf of(TypeName type) {
    return LEAVES.get(type.toString());
  }

  private static void primitive(
      TypeName type, String reader, String boxedReader, String absent, ClassName helper) {
    boolean direct = !helper.equals(TEXTS) && !type.equals(TypeName.FLOAT);
    put(new UserType.Leaf(type, helper, reader, direct, absent));
    put(new UserType.Leaf(type.box(), helper, boxedReader, direct, "null"));
  }

  private static void direct(String type, ClassName helper, String reader) {
    put(new UserType.Leaf(ClassName.bestGuess(type), helper, reader, true, "null"));
  }

  private static void leaf(String type, ClassName helper, String reader) {
    put(new UserType.Leaf(ClassName.bestGuess(type), helper, reader, false, "null"));
  }

  private static void times(ClassName helper, String... types) {
    for (String type : types) {
      leaf("java.time." + type, helper, Character.toLowerCase(type.charAt(0)) + type.substring(1));
    }
  }

  private static void optional(String type, String reader) {
    put(
        new UserType.Leaf(
            ClassName.get("java.util", type), OPTIONALS, reader, false, "$T.empty()"));
  }

  private static void put(UserType.Leaf leaf) {
    LEAVES.put(leaf.javaType().toString(), leaf);
  }
}
