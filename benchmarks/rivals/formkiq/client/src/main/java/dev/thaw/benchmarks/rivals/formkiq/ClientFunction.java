package dev.thaw.benchmarks.rivals.formkiq;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.thaw.benchmarks.functions.Till;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes its client in the constructor, which this runtime calls before the first poll. */
public final class ClientFunction implements RequestHandler<Till.Order, Till.Sum> {
  private final Till till = new Till();
  private final DynamoDbClient client =
      DynamoDbClient.builder()
          .httpClient(UrlConnectionHttpClient.create())
          .region(Region.of(System.getenv("AWS_REGION")))
          .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
          .build();

  @Override
  public Till.Sum handleRequest(Till.Order order, Context context) {
    if (client.serviceName().isEmpty()) {
      throw new IllegalStateException("no client");
    }
    return till.handleRequest(order, context);
  }
}
