package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Calls the service at {@code SDK_ENDPOINT} through the AWS SDK, naming its event. */
public final class SdkCaller implements RequestHandler<String, String>, AutoCloseable {
  private final LambdaClient client =
      LambdaClient.builder()
          .endpointOverride(URI.create(System.getenv("SDK_ENDPOINT")))
          .region(Region.US_EAST_1)
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();

  @Override
  public String handleRequest(String event, Context context) {
    return client.invoke(request -> request.functionName(event)).payload().asUtf8String();
  }

  @Override
  public void close() {
    client.close();
  }
}
