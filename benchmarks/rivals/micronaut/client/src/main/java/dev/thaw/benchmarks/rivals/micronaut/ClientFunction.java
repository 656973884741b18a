package dev.thaw.benchmarks.rivals.micronaut;

import dev.thaw.benchmarks.functions.Till;
import io.micronaut.function.aws.MicronautRequestHandler;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Inject;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Adds up an order with a client at hand, which is injected when the function is made. */
@SerdeImport(Till.Order.class)
@SerdeImport(Till.Item.class)
@SerdeImport(Till.Sum.class)
public final class ClientFunction extends MicronautRequestHandler<Till.Order, Till.Sum> {
  private final Till till = new Till();

  @Inject DynamoDbClient client;

  @Override
  public Till.Sum execute(Till.Order order) {
    if (client.serviceName().isEmpty()) {
      throw new IllegalStateException("no client");
    }
    return till.handleRequest(order, null);
  }
}
