package dev.thaw.idempotency.dynamodb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** A network that loses answers, and a service that refuses. */
final class LossyHttpClient implements SdkHttpClient {
  private final SdkHttpClient network = UrlConnectionHttpClient.create();

  /** How many of the next requests are carried out and their answers lost. */
  final AtomicInteger losing = new AtomicInteger();

  /** What the service refuses every request with. */
  volatile @Nullable String refusing;

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest real = network.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        String error = refusing;
        if (error != null) {
          return refusal(error);
        }
        HttpExecuteResponse response = real.call();
        if (losing.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
          throw new IOException("Connection reset");
        }
        return response;
      }

      @Override
      public void abort() {
        real.abort();
      }
    };
  }

  private static HttpExecuteResponse refusal(String error) {
    String body =
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + error + "\",\"message\":\"later\"}";
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(400).build())
        .responseBody(
            AbortableInputStream.create(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
        .build();
  }

  @Override
  public void close() {
    network.close();
  }
}
