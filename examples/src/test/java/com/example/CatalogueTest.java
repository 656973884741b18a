package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import dev.thaw.handler.Invocation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = new Catalogue();

  @Test
  void sumsUpWhatWasPut() {
    assertThat(handle(put("ice.png", 100), put("snow.png", 20))).isEqualTo("2 objects, 120 bytes");
  }

  @Test
  void remembersTheObjectsOfEarlierEvents() {
    handle(put("ice.png", 100));
    assertThat(handle(put("snow.png", 20))).isEqualTo("2 objects, 120 bytes");
  }

  @Test
  void countsAnObjectThatIsReplacedOnce() {
    assertThat(handle(put("ice.png", 100), put("ice.png", 90))).isEqualTo("1 objects, 90 bytes");
  }

  @Test
  void forgetsWhatWasRemoved() {
    handle(put("ice+cold.png", 100));
    assertThat(handle(record("ObjectRemoved:Delete", "ice%20cold.png", null)))
        .isEqualTo("0 objects, 0 bytes");
  }

  private String handle(S3EventNotificationRecord... records) {
    return catalogue.handle(new S3Event(List.of(records)), Invocation.builder().build());
  }

  private static S3EventNotificationRecord put(String key, long size) {
    return record("ObjectCreated:Put", key, size);
  }

  private static S3EventNotificationRecord record(String name, String key, @Nullable Long size) {
    S3BucketEntity bucket = new S3BucketEntity("pictures", null, "arn:aws:s3:::pictures");
    S3ObjectEntity object = new S3ObjectEntity(key, size, "etag", null, "0C0F6F405D6ED209E1");
    S3Entity s3 = new S3Entity("configuration", bucket, object, "1.0");
    return new S3EventNotificationRecord(
        "us-east-2", name, "aws:s3", null, "2.1", null, null, s3, null);
  }
}
