package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.thaw.codec.JsonWriter;
import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import dev.thaw.http.HttpHandler;
import dev.thaw.http.HttpRequest;
import dev.thaw.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The function that the layer's own cache is made with. It lives here since a cache holds only what
 * stood on the class path when it was made: it runs the loop, every shape of handler and every
 * codec. The name of the part to play comes in the client context's {@code custom} map.
 *
 * <p>Plain types have no part: with Jackson's 900 classes the cache is twice as large, and a
 * function that needs none of them takes 1.4 times as long to start.
 */
public final class Rehearsal implements RequestStreamHandler, AutoCloseable {
  private static final List<Class<?>> PARTS =
      List.of(
          LoadBalancer.class,
          Web.class,
          Queue.class,
          Bucket.class,
          Stream.class,
          Table.class,
          Text.class,
          Failure.class);

  private final Map<String, Function> functions = new TreeMap<>();

  /** Loads every part as the runtime loads a handler. */
  public Rehearsal(Environment environment) throws Throwable {
    HandlerLoader loader = new HandlerLoader(environment, Interceptors.none());
    for (Class<?> part : PARTS) {
      Class<?> type = HandlerLoader.find(part.getName(), part.getClassLoader());
      functions.put(part.getSimpleName(), loader.load(type).function());
    }
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    ClientContext client = context.getClientContext();
    Function part = client == null ? null : functions.get(client.getCustom().get("part"));
    if (part == null) {
      throw new IllegalArgumentException("No part to play");
    }
    try {
      byte[] bytes = event.readAllBytes();
      Payload payload =
          part.invoke(Payload.of(bytes), (Invocation) context, new Exchange(new JsonWriter()));
      if (payload != null) {
        response.write(payload.bytes(), payload.offset(), payload.length());
      }
    } catch (Exception e) {
      throw new IllegalStateException("The part failed", e);
    }
    context.getLogger().log("Played");
  }

  @Override
  public void close() {
    functions.clear();
  }

  /** An Application Load Balancer's request and response. */
  public static final class LoadBalancer
      implements RequestHandler<
          ApplicationLoadBalancerRequestEvent, ApplicationLoadBalancerResponseEvent> {
    @Override
    public ApplicationLoadBalancerResponseEvent handleRequest(
        ApplicationLoadBalancerRequestEvent event, Context context) {
      ApplicationLoadBalancerResponseEvent response = new ApplicationLoadBalancerResponseEvent();
      response.setStatusCode(200);
      response.setStatusDescription("200 OK");
      response.setHeaders(event.getHeaders());
      response.setMultiValueHeaders(event.getMultiValueHeaders());
      response.setBody(event.getBody());
      return response;
    }
  }

  /** HTTP requests from any source. */
  public static final class Web implements HttpHandler {
    @Override
    public HttpResponse handle(HttpRequest request, Invocation invocation) {
      String user = request.query("query");
      return HttpResponse.text(
          200, request.path() + user + request.header("host") + request.text());
    }
  }

  /** SQS messages, one of which is failed. */
  public static final class Queue implements Handler<SQSEvent, SQSBatchResponse> {
    @Override
    public SQSBatchResponse handle(SQSEvent event, Invocation invocation) {
      String id = event.getRecords().getFirst().getMessageId();
      return new SQSBatchResponse(List.of(new SQSBatchResponse.BatchItemFailure(id)));
    }
  }

  /** S3 notifications. */
  public static final class Bucket implements Handler<S3Event, @Nullable Void> {
    @Override
    public @Nullable Void handle(S3Event event, Invocation invocation) {
      return null;
    }
  }

  /** Kinesis records, one of which is failed. */
  public static final class Stream implements Handler<KinesisEvent, StreamsEventResponse> {
    @Override
    public StreamsEventResponse handle(KinesisEvent event, Invocation invocation) {
      String number = event.getRecords().getFirst().getKinesis().getSequenceNumber();
      return new StreamsEventResponse(List.of(new StreamsEventResponse.BatchItemFailure(number)));
    }
  }

  /** DynamoDB stream records. */
  public static final class Table implements Handler<DynamodbEvent, StreamsEventResponse> {
    @Override
    public StreamsEventResponse handle(DynamodbEvent event, Invocation invocation) {
      return new StreamsEventResponse(List.of());
    }
  }

  /** A JSON string. */
  public static final class Text implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String text, Context context) {
      return text;
    }
  }

  /** An invocation that fails. */
  public static final class Failure implements Handler<SQSEvent, @Nullable Void> {
    @Override
    public @Nullable Void handle(SQSEvent event, Invocation invocation) {
      throw new IllegalStateException("As asked");
    }
  }
}
