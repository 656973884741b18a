package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import com.amazonaws.services.lambda.runtime.events.CloudWatchCompositeAlarmEvent;
import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import com.amazonaws.services.lambda.runtime.events.CloudWatchMetricAlarmEvent;
import com.amazonaws.services.lambda.runtime.events.CodeCommitEvent;
import com.amazonaws.services.lambda.runtime.events.ConfigEvent;
import com.amazonaws.services.lambda.runtime.events.ConnectEvent;
import com.amazonaws.services.lambda.runtime.events.IoTButtonEvent;
import com.amazonaws.services.lambda.runtime.events.LexEvent;
import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;
import dev.thaw.codec.ImportCodec;
import dev.thaw.codec.ImportType;
import dev.thaw.codec.Rename;

/** Everything else. See {@link AwsEvents}. */
// CloudFormation and configuration
@ImportCodec(
    value = CloudFormationCustomResourceEvent.class,
    rename = @Rename(property = "responseUrl", json = "ResponseURL"),
    capitalized = true)
@ImportCodec(ConfigEvent.class)
@ImportCodec(value = SecretsManagerRotationEvent.class, capitalized = true)
@ImportCodec(
    value = CodeCommitEvent.class,
    rename = @Rename(property = "records", json = "Records"))
@ImportType(
    value = CodeCommitEvent.Record.class,
    rename = {
      @Rename(property = "codeCommit", json = "codecommit"),
      @Rename(property = "eventSourceArn", json = "eventSourceARN"),
      @Rename(property = "userIdentityArn", json = "userIdentityARN")
    })

// CloudWatch and CloudFront
@ImportCodec(
    value = CloudWatchLogsEvent.class,
    rename = @Rename(property = "awsLogs", json = "awslogs"))
@ImportCodec(CloudWatchMetricAlarmEvent.class)
@ImportCodec(CloudWatchCompositeAlarmEvent.class)
@ImportCodec(
    value = CloudFrontEvent.class,
    rename = @Rename(property = "records", json = "Records"))

// Connect, Lex and IoT
@ImportCodec(value = ConnectEvent.class, capitalized = true)
@ImportType(value = ConnectEvent.Details.class, capitalized = true)
@ImportType(
    value = ConnectEvent.ContactData.class,
    rename = @Rename(property = "instanceArn", json = "InstanceARN"),
    capitalized = true)
@ImportType(value = ConnectEvent.CustomerEndpoint.class, capitalized = true)
@ImportType(value = ConnectEvent.SystemEndpoint.class, capitalized = true)
@ImportType(value = ConnectEvent.Queue.class, capitalized = true)
@ImportCodec(LexEvent.class)
@ImportCodec(IoTButtonEvent.class)
final class AwsOperationsEvents {
  private AwsOperationsEvents() {}
}
