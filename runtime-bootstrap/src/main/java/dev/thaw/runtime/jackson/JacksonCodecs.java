package dev.thaw.runtime.jackson;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.thaw.codec.Codec;
import java.lang.reflect.Type;
import java.time.Month;
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
 * Reads and writes any type as AWS's managed runtime does, whose mapper forgives much: unknown
 * properties, a single value for an array, an empty string for an object. Unlike there, the
 * annotations of jackson-annotations are honoured; of others {@link AnnotationReader} speaks.
 *
 * <p>One for all types of a function, since its mapper is the expensive part. Any thread may make
 * it and use it; until it is asked for a codec it touches no class of the function.
 */
public final class JacksonCodecs {
  private final JsonMapper mapper;

  /** Made when the first asks for it. */
  private static final class Shared {
    static final JacksonCodecs CODECS = new JacksonCodecs();

    private Shared() {}
  }

  /** The only ones of the process; makes the mapper. */
  public static JacksonCodecs shared() {
    return Shared.CODECS;
  }

  /** Makes a mapper of their own. */
  public JacksonCodecs() {
    mapper =
        JsonMapper.builder(new JsonFactory())
            .enable(
                DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT,
                DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT,
                DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .disable(
                EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
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
            .annotationIntrospector(new AnnotationReader())
            .addMixIn(Month.class, MonthByName.class)
            .build();
  }

  /**
   * Makes the codec of a type that is read, as events are.
   *
   * @param type any Java type; generic ones keep their arguments
   */
  public Codec<?> reading(Type type) {
    JacksonCodec codec = new JacksonCodec(mapper, mapper.constructType(type));
    var _ = codec.reader();
    return codec;
  }

  /**
   * Makes the codec of a type that is written, as responses are.
   *
   * @param type any Java type; generic ones keep their arguments
   */
  public Codec<?> writing(Type type) {
    JacksonCodec codec = new JacksonCodec(mapper, mapper.constructType(type));
    var _ = codec.writer();
    return codec;
  }

  /** Makes the codec of a type of which nobody knows whether it is read or written. */
  JacksonCodec both(Type type) {
    return new JacksonCodec(mapper, mapper.constructType(type));
  }

  /** Jackson 3 writes months as numbers. Looked at only where a type has a month. */
  @JsonSerialize(using = ToStringSerializer.class)
  private interface MonthByName {}
}
