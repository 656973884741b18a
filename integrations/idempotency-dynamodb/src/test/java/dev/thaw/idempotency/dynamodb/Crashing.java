package dev.thaw.idempotency.dynamodb;

import dev.thaw.handler.Invocation;
import dev.thaw.idempotency.Idempotent;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** A process that says that it has begun the work, and never comes to its end. */
final class Crashing {
  private Crashing() {}

  /** Endpoint, name of the function, deadline. */
  public static void main(String[] args) throws Exception {
    Idempotent.<String, @Nullable Void>builder(
            new DynamoDbStore(
                LocalDynamoDb.client(URI.create(args[0]), UrlConnectionHttpClient.create()),
                LocalDynamoDb.TABLE),
            "charge")
        .keyedBy(order -> order)
        .result(Void.class)
        .build()
        .run(
            "1",
            Invocation.builder().functionName(args[1]).deadline(Instant.parse(args[2])).build(),
            _ -> {
              System.out.println("begun");
              Thread.sleep(60_000);
              return null;
            });
  }
}
