package dev.thaw.benchmarks.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;

/** Answers with what happened to the object of the last record. */
public final class Bucket implements RequestHandler<S3Event, String> {
  @Override
  public String handleRequest(S3Event event, Context context) {
    StringBuilder answer = new StringBuilder();
    for (S3EventNotificationRecord changed : event.getRecords()) {
      answer.setLength(0);
      answer.append(changed.getEventName()).append(' ');
      answer.append(changed.getS3().getBucket().getName()).append('/');
      answer.append(changed.getS3().getObject().getUrlDecodedKey()).append(' ');
      answer.append(changed.getS3().getObject().getSizeAsLong().longValue());
    }
    return answer.toString();
  }
}
