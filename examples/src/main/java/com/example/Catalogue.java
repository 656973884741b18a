package com.example;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.util.Map;
import java.util.TreeMap;

/** Keeps a catalogue of what lies in S3 buckets, from their notifications. */
public final class Catalogue implements Handler<S3Event, String> {
  private final Map<String, Long> sizes = new TreeMap<>();

  @Override
  public String handle(S3Event event, Invocation invocation) {
    for (S3EventNotificationRecord record : event.getRecords()) {
      S3Entity s3 = record.getS3();
      String object = s3.getBucket().getName() + "/" + s3.getObject().getUrlDecodedKey();
      if (record.getEventName().startsWith("ObjectRemoved")) {
        sizes.remove(object);
      } else {
        sizes.put(object, s3.getObject().getSizeAsLong());
      }
    }
    long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
    return sizes.size() + " objects, " + bytes + " bytes";
  }
}
