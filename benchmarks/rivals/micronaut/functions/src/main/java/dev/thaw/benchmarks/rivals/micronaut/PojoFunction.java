package dev.thaw.benchmarks.rivals.micronaut;

import dev.thaw.benchmarks.functions.Till;
import io.micronaut.function.aws.MicronautRequestHandler;
import io.micronaut.serde.annotation.SerdeImport;

/** Adds up an order. */
@SerdeImport(Till.Order.class)
@SerdeImport(Till.Item.class)
@SerdeImport(Till.Sum.class)
public final class PojoFunction extends MicronautRequestHandler<Till.Order, Till.Sum> {
  private final Till till = new Till();

  @Override
  public Till.Sum execute(Till.Order order) {
    return till.handleRequest(order, null);
  }
}
