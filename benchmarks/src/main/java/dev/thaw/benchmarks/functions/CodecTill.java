package dev.thaw.benchmarks.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.thaw.codec.GenerateCodec;
import java.util.List;

/** {@link Till} with types whose codecs are generated. */
public final class CodecTill implements RequestHandler<CodecTill.Order, CodecTill.Sum> {
  @Override
  public Sum handleRequest(Order order, Context context) {
    int total = 0;
    for (Item item : order.items()) {
      total += item.quantity() * item.cents();
    }
    return new Sum(order.id(), total, order.items().size());
  }

  /** What comes in. */
  @GenerateCodec
  public record Order(String id, String customer, boolean paid, List<Item> items) {}

  /** One line of an order. */
  public record Item(String product, int quantity, int cents) {}

  /** What goes out. */
  @GenerateCodec
  public record Sum(String id, int total, int items) {}
}
