package dev.thaw.benchmarks;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.RequestParametersEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.ResponseElementsEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.UserIdentityEntity;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Date;
import java.util.List;
import org.joda.time.DateTime;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Jackson 3 databind for AWS's classes of the five core events, with no more than it needs to give
 * the values that AWS's own library gives: the names, dates in seconds, and the constructors of
 * S3's classes, which have no setters.
 */
@SuppressWarnings({"JavaUtilDate", "UnusedMethod", "UnusedVariable"}) // AWS's dates; mix-ins
final class Databind {
  private static final double MILLIS_PER_SECOND = 1000;

  private Databind() {}

  static JsonMapper mapper() {
    SimpleModule dates = new SimpleModule();
    dates.addDeserializer(Date.class, new SecondsReader());
    dates.addSerializer(Date.class, new SecondsWriter());
    dates.addSerializer(DateTime.class, new TimeWriter());
    return JsonMapper.builder()
        .addModule(dates)
        .propertyNamingStrategy(new EventNames())
        .addMixIn(S3Event.class, S3Records.class)
        .addMixIn(S3EventNotificationRecord.class, S3Record.class)
        .addMixIn(S3Entity.class, S3.class)
        .addMixIn(S3BucketEntity.class, S3Bucket.class)
        .addMixIn(S3ObjectEntity.class, S3Object.class)
        .addMixIn(RequestParametersEntity.class, S3Parameters.class)
        .addMixIn(ResponseElementsEntity.class, S3Elements.class)
        .addMixIn(UserIdentityEntity.class, S3Identity.class)
        .build();
  }

  private static final class SecondsReader extends ValueDeserializer<Date> {
    @Override
    public Date deserialize(JsonParser parser, DeserializationContext context) {
      return new Date((long) (parser.getDoubleValue() * MILLIS_PER_SECOND));
    }
  }

  private static final class SecondsWriter extends ValueSerializer<Date> {
    @Override
    public void serialize(Date value, JsonGenerator out, SerializationContext context) {
      out.writeNumber(value.getTime() / MILLIS_PER_SECOND);
    }
  }

  private static final class TimeWriter extends ValueSerializer<DateTime> {
    @Override
    public void serialize(DateTime value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.toString());
    }
  }

  // Mix-ins: Jackson matches their constructors and methods with those of S3's classes.

  private abstract static class S3Records {
    @JsonCreator
    S3Records(@JsonProperty("Records") List<S3EventNotificationRecord> records) {}
  }

  private abstract static class S3Record {
    @JsonCreator
    S3Record(
        @JsonProperty("awsRegion") String awsRegion,
        @JsonProperty("eventName") String eventName,
        @JsonProperty("eventSource") String eventSource,
        @JsonProperty("eventTime") String eventTime,
        @JsonProperty("eventVersion") String eventVersion,
        @JsonProperty("requestParameters") RequestParametersEntity requestParameters,
        @JsonProperty("responseElements") ResponseElementsEntity responseElements,
        @JsonProperty("s3") S3Entity s3,
        @JsonProperty("userIdentity") UserIdentityEntity userIdentity) {}
  }

  private abstract static class S3 {
    @JsonCreator
    S3(
        @JsonProperty("configurationId") String configurationId,
        @JsonProperty("bucket") S3BucketEntity bucket,
        @JsonProperty("object") S3ObjectEntity object,
        @JsonProperty("s3SchemaVersion") String s3SchemaVersion) {}
  }

  private abstract static class S3Bucket {
    @JsonCreator
    S3Bucket(
        @JsonProperty("name") String name,
        @JsonProperty("ownerIdentity") UserIdentityEntity ownerIdentity,
        @JsonProperty("arn") String arn) {}
  }

  private abstract static class S3Object {
    @JsonCreator
    S3Object(
        @JsonProperty("key") String key,
        @JsonProperty("size") Long size,
        @JsonProperty("eTag") String etag,
        @JsonProperty("versionId") String versionId,
        @JsonProperty("sequencer") String sequencer) {}

    @JsonProperty("size")
    abstract Long getSizeAsLong();

    @JsonProperty("eTag")
    abstract String geteTag();

    @JsonIgnore
    abstract Integer getSize();

    @JsonIgnore
    abstract String getUrlDecodedKey();
  }

  private abstract static class S3Parameters {
    @JsonCreator
    S3Parameters(@JsonProperty("sourceIPAddress") String sourceIpAddress) {}
  }

  private abstract static class S3Elements {
    @JsonCreator
    S3Elements(
        @JsonProperty("x-amz-id-2") String id, @JsonProperty("x-amz-request-id") String request) {}

    @JsonProperty("x-amz-id-2")
    abstract String getxAmzId2();

    @JsonProperty("x-amz-request-id")
    abstract String getxAmzRequestId();
  }

  private abstract static class S3Identity {
    @JsonCreator
    S3Identity(@JsonProperty("principalId") String principalId) {}
  }
}
