package dev.thaw.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.thaw.codec.Iso8601;
import dev.thaw.codec.JsonName;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** Jackson databind, told of our annotations: what our records' codecs are compared with. */
final class Databind {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new Names())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private Databind() {}

  static Object read(Type type, byte[] json) {
    return MAPPER.readValue(json, MAPPER.constructType(type));
  }

  static byte[] write(Type type, Object value) {
    return MAPPER.writerFor(MAPPER.constructType(type)).writeValueAsBytes(value);
  }

  private static final class Names extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonFormat.@Nullable Value findFormat(MapperConfig<?> config, Annotated member) {
      return member.hasAnnotation(Iso8601.class)
          ? JsonFormat.Value.forShape(JsonFormat.Shape.STRING)
          : super.findFormat(config, member);
    }

    @Override
    public @Nullable PropertyName findNameForDeserialization(
        MapperConfig<?> config, Annotated member) {
      JsonName name = member.getAnnotation(JsonName.class);
      return name == null
          ? super.findNameForDeserialization(config, member)
          : PropertyName.construct(name.value());
    }

    @Override
    public @Nullable PropertyName findNameForSerialization(
        MapperConfig<?> config, Annotated member) {
      JsonName name = member.getAnnotation(JsonName.class);
      return name == null
          ? super.findNameForSerialization(config, member)
          : PropertyName.construct(name.value());
    }
  }
}
