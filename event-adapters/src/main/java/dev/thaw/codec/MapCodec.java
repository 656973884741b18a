package dev.thaw.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps, in the order of the JSON. Of null values, none is written. */
final class MapCodec<V> implements Codec<Map<String, @Nullable V>> {
  private final Codec<V> codec;

  MapCodec(Codec<V> codec) {
    this.codec = codec;
  }

  @Override
  public @Nullable Map<String, @Nullable V> read(JsonReader in) {
    if (UserValues.nextNoObject(in)) {
      return null;
    }
    Map<String, @Nullable V> values = new LinkedHashMap<>();
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      values.put(name, codec.read(in));
    }
    return values;
  }

  @Override
  public void write(JsonWriter out, @Nullable Map<String, @Nullable V> value) {
    if (value == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    for (Map.Entry<String, @Nullable V> entry : value.entrySet()) {
      V each = entry.getValue();
      if (each != null) {
        out.name(entry.getKey());
        codec.write(out, each);
      }
    }
    out.endObject();
  }
}
