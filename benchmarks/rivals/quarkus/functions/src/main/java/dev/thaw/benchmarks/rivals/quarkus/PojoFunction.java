package dev.thaw.benchmarks.rivals.quarkus;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.thaw.benchmarks.functions.Till;
import jakarta.inject.Named;

/** Adds up an order. */
@Named("pojo")
public class PojoFunction implements RequestHandler<Till.Order, Till.Sum> {
  private final Till till = new Till();

  @Override
  public Till.Sum handleRequest(Till.Order order, Context context) {
    return till.handleRequest(order, context);
  }
}
