package dev.thaw.batch;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The codec that stands beside {@link Order}. */
public final class OrderCodec implements Codec<Order> {

  @Override
  public @Nullable Order read(JsonReader in) {
    if (in.nextNull()) {
      return null;
    }
    String id = "";
    int total = 0;
    in.beginObject();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "id" -> id = in.nextString();
        case "total" -> total = in.nextInt();
        default -> in.skipValue();
      }
    }
    return new Order(id, total);
  }

  @Override
  public void write(JsonWriter out, @Nullable Order value) {
    throw new UnsupportedOperationException();
  }
}
