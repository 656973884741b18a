package dev.thaw.benchmarks.rivals.quarkus;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.thaw.benchmarks.functions.Till;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Adds up an order with a client at hand. */
@Named("client")
public class ClientFunction implements RequestHandler<Till.Order, Till.Sum> {
  private final Till till = new Till();
  private final DynamoDbClient client;

  @Inject
  ClientFunction(DynamoDbClient client) {
    this.client = client;
  }

  @Override
  public Till.Sum handleRequest(Till.Order order, Context context) {
    if (client.serviceName().isEmpty()) {
      throw new IllegalStateException("no client");
    }
    return till.handleRequest(order, context);
  }
}
