package dev.thaw.runtime.jackson;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One type's codec. A function reads its event type and writes its response type, so only what is
 * used is made: looking at a class for either costs milliseconds at start.
 */
final class JacksonCodec implements Codec<Object> {
  private final JsonMapper mapper;
  private final JavaType type;
  private volatile @Nullable ObjectReader reader;
  private volatile @Nullable ObjectWriter writer;

  JacksonCodec(JsonMapper mapper, JavaType type) {
    this.mapper = mapper;
    this.type = type;
  }

  @Override
  public @Nullable Object read(JsonReader in) {
    return reader().readValue(in.nextRaw());
  }

  @Override
  public void write(JsonWriter out, @Nullable Object value) {
    out.raw(writer().writeValueAsBytes(value));
  }

  ObjectReader reader() {
    ObjectReader made = reader;
    if (made == null) {
      made = mapper.readerFor(type);
      reader = made;
    }
    return made;
  }

  ObjectWriter writer() {
    ObjectWriter made = writer;
    if (made == null) {
      made = mapper.writerFor(type);
      writer = made;
    }
    return made;
  }
}
