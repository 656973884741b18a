package dev.thaw.benchmarks.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@link Till} with a client of DynamoDB, as AWS advises: made in the constructor, with region,
 * credentials and HTTP client given, so that nothing is searched for. What a start pays is the
 * making: the client is never called, since that would measure a network.
 */
public final class Ledger implements RequestHandler<Till.Order, Till.Sum>, AutoCloseable {
  private final DynamoDbClient client;
  private final Till till = new Till();

  public Ledger() {
    client =
        DynamoDbClient.builder()
            .region(Region.of(System.getenv("AWS_REGION")))
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @Override
  public Till.Sum handleRequest(Till.Order order, Context context) {
    return till.handleRequest(order, context);
  }

  @Override
  public void close() {
    client.close();
  }
}
