package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.thaw.codec.JsonException;
import java.util.List;
import java.util.Set;

/**
 * Arbitrary bytes: an event or a {@link JsonException}, never anything else; and what was read can
 * be written.
 *
 * <p>The ordinary build runs the inputs kept beside this class's resources. To search for new ones
 * for ten minutes:
 *
 * <pre>JAZZER_FUZZ=1 ./mvnw -pl event-adapters -am verify -Dtest=EventFuzzTest#sqs
 *     -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class EventFuzzTest {
  private static final List<Class<?>> CLASSES = EventClasses.all();

  /** Getters of these throw: for keys that are not URL-encoded, for times, without a policy. */
  private static final Set<String> READ_ONLY =
      Set.of(
          "APIGatewayV2CustomAuthorizerEvent",
          "CodeCommitEvent",
          "IamPolicyResponse",
          "IamPolicyResponseV1",
          "LambdaDestinationEvent",
          "S3Event",
          "SNSEvent",
          "ScheduledEvent");

  @FuzzTest(maxDuration = "10m")
  void albRequest(byte[] json) {
    readAndWrite(ApplicationLoadBalancerRequestEvent.class, json);
  }

  @FuzzTest(maxDuration = "10m")
  void albResponse(byte[] json) {
    readAndWrite(ApplicationLoadBalancerResponseEvent.class, json);
  }

  @FuzzTest(maxDuration = "10m")
  void sqs(byte[] json) {
    readAndWrite(SQSEvent.class, json);
  }

  @FuzzTest(maxDuration = "10m")
  void sqsBatchResponse(byte[] json) {
    readAndWrite(SQSBatchResponse.class, json);
  }

  @FuzzTest(maxDuration = "10m")
  void kinesis(byte[] json) {
    readAndWrite(KinesisEvent.class, json);
  }

  @FuzzTest(maxDuration = "10m")
  void dynamodb(byte[] json) {
    readAndWrite(DynamodbEvent.class, json);
  }

  @FuzzTest(maxDuration = "10m")
  void streamsResponse(byte[] json) {
    readAndWrite(StreamsEventResponse.class, json);
  }

  /** Not written: AWS's own getters throw for a key that is not URL-encoded. */
  @FuzzTest(maxDuration = "10m")
  void s3(byte[] json) {
    try {
      Thaw.readNullable(S3Event.class, json);
    } catch (JsonException e) {
      // as it should be
    }
  }

  /** The same document as any of the classes. */
  @FuzzTest(maxDuration = "10m")
  void everyClass(byte[] json) {
    for (Class<?> type : CLASSES) {
      if (READ_ONLY.contains(type.getSimpleName())) {
        read(type, json);
      } else {
        readAndWrite(type, json);
      }
    }
  }

  private static void read(Class<?> type, byte[] json) {
    try {
      Thaw.readNullable(type, json);
    } catch (JsonException e) {
      // as it should be
    }
  }

  private static <T> void readAndWrite(Class<T> type, byte[] json) {
    T event;
    byte[] written;
    try {
      event = Thaw.readNullable(type, json);
      written = Thaw.write(type, event);
    } catch (JsonException e) {
      return;
    }
    Thaw.readNullable(type, written);
  }
}
