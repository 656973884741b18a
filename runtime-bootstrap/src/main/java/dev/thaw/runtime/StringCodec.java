package dev.thaw.runtime;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonValues;
import dev.thaw.codec.JsonWriter;
import org.jspecify.annotations.Nullable;

/** A JSON string, or another scalar's text; never an object or an array, as on AWS's runtime. */
final class StringCodec implements Codec<String> {

  @Override
  public @Nullable String read(JsonReader in) {
    return JsonValues.text(in);
  }

  @Override
  public void write(JsonWriter out, @Nullable String value) {
    if (value == null) {
      out.nullValue();
    } else {
      out.value(value);
    }
  }
}
