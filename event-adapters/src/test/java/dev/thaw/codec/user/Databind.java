package dev.thaw.codec.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Type;
import java.time.Month;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Databind as the runtime has it for types without a codec. A test holds the settings against the
 * runtime's own.
 */
final class Databind {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(new JsonFactory())
          .enable(
              DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT,
              DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT,
              DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
              DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
          .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
          .enable(
              DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
              DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DateTimeFeature.ONE_BASED_MONTHS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(
              MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, MapperFeature.INFER_PROPERTY_MUTATORS)
          .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
          .changeDefaultPropertyInclusion(
              inclusion ->
                  inclusion
                      .withValueInclusion(JsonInclude.Include.NON_NULL)
                      .withContentInclusion(JsonInclude.Include.NON_NULL))
          .addMixIn(Month.class, MonthByName.class)
          .build();

  private Databind() {}

  static @Nullable Object read(Type type, byte[] json) {
    return MAPPER.readerFor(MAPPER.constructType(type)).readValue(json);
  }

  static byte[] write(Type type, @Nullable Object value) {
    return MAPPER.writerFor(MAPPER.constructType(type)).writeValueAsBytes(value);
  }

  /** Jackson 3 writes months as numbers. */
  @JsonSerialize(using = ToStringSerializer.class)
  private interface MonthByName {}
}
