package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import dev.thaw.codec.Codec;
import dev.thaw.handler.Invocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handles the messages of an SQS queue one by one. Those that fail go back to the queue, the others
 * are deleted from it, if the event source mapping has the function response type {@code
 * ReportBatchItemFailures}; if it has not, Lambda deletes all of them.
 *
 * <p>A FIFO queue, told by the {@code .fifo} of its ARN, keeps the order of each message group: in
 * a parallel batch, too, the messages of a group are handled one after the other, and once one has
 * failed all later ones of that group are reported as failed and not handled. Other groups go on. A
 * standard queue has no order, even where its messages have a group, as in fair queues.
 *
 * <p>Each failure is logged once, with the message's identifier and the stack trace. A message
 * without an identifier fails the invocation before any is handled.
 *
 * @param <P> what a message carries
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Handling
 *     errors for an SQS event source in Lambda</a>
 */
public final class SqsBatch<P> extends BatchSettings<SqsBatch<P>> {
  private final Envelope<P> envelope;

  private SqsBatch(Envelope<P> envelope, Options options) {
    super(options);
    this.envelope = envelope;
  }

  /**
   * Handles each message on this thread.
   *
   * @param event null or without messages is a batch of none
   * @return the messages that were not handled to their end; an empty list if all were
   */
  public static SQSBatchResponse process(
      SQSEvent event, Invocation invocation, RecordHandler<SQSMessage> handler) {
    return run(event, invocation, handler, Options.DEFAULT);
  }

  /**
   * A batch whose messages have a body of JSON.
   *
   * @param type one that has a codec; {@code String.class} for the body as it is
   * @throws IllegalArgumentException if the type has no codec
   */
  public static <P> SqsBatch<P> of(Class<P> type) {
    return new SqsBatch<>(BodyEnvelope.of(PayloadReader.of(type)), Options.DEFAULT);
  }

  /** The same with a codec at hand, as a generic type needs it. */
  public static <P> SqsBatch<P> of(Codec<P> codec) {
    return new SqsBatch<>(BodyEnvelope.of(PayloadReader.of(codec)), Options.DEFAULT);
  }

  /**
   * A batch of S3's event notifications, sent to the queue by S3 itself, or by way of an SNS topic.
   * A message may hold several; when one fails the rest of its message is not handled, and the
   * whole message is retried. The {@code s3:TestEvent} that S3 sends when notifications are set up
   * holds none.
   */
  public static SqsBatch<S3EventNotificationRecord> fromS3() {
    return new SqsBatch<>(S3Envelope.create(), Options.DEFAULT);
  }

  /**
   * The same for a queue that is subscribed to an SNS topic: the payload is the notification's
   * {@code Message}. With raw message delivery it is the body, which is told by the body itself.
   */
  public SqsBatch<P> fromSns() {
    return new SqsBatch<>(envelope.fromSns(), options);
  }

  /**
   * The same for a queue that is the target of an EventBridge rule, directly or by way of an SNS
   * topic: the payload is the event's {@code detail}.
   */
  public SqsBatch<P> fromEventBridge() {
    return new SqsBatch<>(envelope.fromEventBridge(), options);
  }

  /**
   * Logs messages whose payload cannot be read and takes them as handled, so that they are deleted.
   * Without this they fail, and end in the dead-letter queue, if there is one.
   */
  public SqsBatch<P> dropUndecodable() {
    return with(options.droppingUndecodable());
  }

  /**
   * Handles each payload.
   *
   * @param event null or without messages is a batch of none
   * @param handler gets a payload and the message that it came in
   * @return the messages that were not handled to their end; an empty list if all were
   * @throws BatchFailedException if all have failed and {@link #failWhenAllFailed} is set
   */
  public SQSBatchResponse process(
      SQSEvent event, Invocation invocation, PayloadHandler<P, SQSMessage> handler) {
    return run(event, invocation, new EnvelopeHandler<>(envelope, handler), options);
  }

  @Override
  SqsBatch<P> with(Options changed) {
    return new SqsBatch<>(envelope, changed);
  }

  private static SQSBatchResponse run(
      @Nullable SQSEvent event,
      Invocation invocation,
      RecordHandler<SQSMessage> handler,
      Options options) {
    List<SQSMessage> messages = event == null ? null : event.getRecords();
    if (messages == null) {
      return new SQSBatchResponse(List.of());
    }
    Outcome outcome = Engine.run(new SqsRecords(messages, handler), options, invocation);
    List<BatchItemFailure> failures = new ArrayList<>(outcome.failures());
    Set<String> reported = new HashSet<>();
    for (int i = outcome.nextFailure(0); i >= 0; i = outcome.nextFailure(i + 1)) {
      String id = messages.get(i).getMessageId();
      if (reported.add(id)) {
        failures.add(new BatchItemFailure(id));
      }
    }
    return new SQSBatchResponse(failures);
  }
}
