package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a function's author would make of an event's detail. */
@GenerateCodec
public record OrderPlaced(
    @Nullable String orderId,
    int amount,
    boolean express,
    @Nullable List<Item> items,
    @Nullable String note) {

  /** A part of it. */
  public record Item(String sku, int count) {}
}
