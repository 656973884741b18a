package dev.thaw.runtime.jackson;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes any type as AWS's managed runtime does, whose mapper forgives much: unknown
 * properties, a single value for an array, an empty string for an object. Unlike there, the
 * annotations of the function's own Jackson are honoured.
 */
public final class JacksonCodec implements Codec<Object> {
  private final ObjectReader reader;
  private final ObjectWriter writer;

  /**
   * Makes the codec of a type.
   *
   * @param type any Java type; generic ones keep their arguments
   */
  public JacksonCodec(Type type) {
    JsonMapper mapper =
        JsonMapper.builder(new JsonFactory())
            .enable(
                DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT,
                DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT,
                DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
            .changeDefaultPropertyInclusion(
                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    JavaType javaType = mapper.constructType(type);
    reader = mapper.readerFor(javaType);
    writer = mapper.writerFor(javaType);
  }

  @Override
  public @Nullable Object read(JsonReader in) {
    return reader.readValue(in.nextRaw());
  }

  @Override
  public void write(JsonWriter out, @Nullable Object value) {
    out.raw(writer.writeValueAsBytes(value));
  }
}
