package dev.thaw.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists, which a single value stands for too. */
final class ListCodec<T> implements Codec<List<@Nullable T>> {
  private final Codec<T> element;

  ListCodec(Codec<T> element) {
    this.element = element;
  }

  @Override
  public @Nullable List<@Nullable T> read(JsonReader in) {
    if (UserValues.nextNoArray(in)) {
      return null;
    }
    List<@Nullable T> values = new ArrayList<>();
    boolean array = UserValues.beginArray(in);
    while (array ? in.nextElement() : values.isEmpty()) {
      values.add(element.read(in));
    }
    return values;
  }

  @Override
  public void write(JsonWriter out, @Nullable List<@Nullable T> value) {
    if (value == null) {
      out.nullValue();
      return;
    }
    out.beginArray();
    for (T each : value) {
      element.write(out, each);
    }
    out.endArray();
  }
}
