package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.events.ActiveMQEvent;
import com.amazonaws.services.lambda.runtime.events.LambdaDestinationEvent;
import com.amazonaws.services.lambda.runtime.events.RabbitMQEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.thaw.codec.ImportCodec;
import dev.thaw.codec.ImportType;
import dev.thaw.codec.Rename;

/** Queues, topics and buses. See {@link AwsEvents}. */
// SQS
@ImportCodec(value = SQSEvent.class, rename = @Rename(property = "records", json = "Records"))
@ImportType(
    value = SQSEvent.SQSMessage.class,
    rename = @Rename(property = "eventSourceArn", json = "eventSourceARN"))
@ImportCodec(SQSBatchResponse.class)

// SNS: the addresses come in either spelling
@ImportCodec(value = SNSEvent.class, capitalized = true)
@ImportType(
    value = SNSEvent.SNSRecord.class,
    rename = @Rename(property = "SNS", json = "Sns"),
    capitalized = true)
@ImportType(
    value = SNSEvent.SNS.class,
    rename = {
      @Rename(property = "signingCertUrl", json = "SigningCertUrl", alias = "SigningCertURL"),
      @Rename(property = "unsubscribeUrl", json = "UnsubscribeUrl", alias = "UnsubscribeURL")
    },
    capitalized = true)
@ImportType(value = SNSEvent.MessageAttribute.class, capitalized = true)

// Amazon MQ: it writes two names otherwise than the beans, and AWS's library misses them
@ImportCodec(ActiveMQEvent.class)
@ImportType(
    value = ActiveMQEvent.ActiveMQMessage.class,
    rename = @Rename(property = "correlationID", json = "correlationID", alias = "correlationId"))
@ImportType(
    value = ActiveMQEvent.Destination.class,
    rename = @Rename(property = "physicalName", json = "physicalName", alias = "physicalname"))
@ImportCodec(RabbitMQEvent.class)

// EventBridge and what Lambda itself sends
@ImportCodec(
    value = ScheduledEvent.class,
    rename = @Rename(property = "detailType", json = "detail-type"))
@ImportCodec(LambdaDestinationEvent.class)
final class AwsMessageEvents {
  private AwsMessageEvents() {}
}
