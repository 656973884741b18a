package dev.thaw.benchmarks.rivals.spring;

import dev.thaw.benchmarks.functions.Till;
import java.util.function.Function;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionalSpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client and a function as beans; both are made at start. */
@SpringBootConfiguration
public class ClientApplication implements ApplicationContextInitializer<GenericApplicationContext> {
  public static void main(String[] arguments) {
    FunctionalSpringApplication.run(ClientApplication.class, arguments);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    context.registerBean(DynamoDbClient.class, ClientApplication::dynamoDb);
    context.registerBean(
        "client",
        FunctionRegistration.class,
        () ->
            new FunctionRegistration<>(
                    new ClientFunction(context.getBean(DynamoDbClient.class)), "client")
                .type(ClientFunction.class));
  }

  private static DynamoDbClient dynamoDb() {
    return DynamoDbClient.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .region(Region.of(System.getenv("AWS_REGION")))
        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
        .build();
  }

  private static final class ClientFunction implements Function<Till.Order, Till.Sum> {
    private final Till till = new Till();
    private final DynamoDbClient client;

    ClientFunction(DynamoDbClient client) {
      this.client = client;
    }

    @Override
    public Till.Sum apply(Till.Order order) {
      if (client.serviceName().isEmpty()) {
        throw new IllegalStateException("no client");
      }
      return till.handleRequest(order, null);
    }
  }
}
