package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsInputPreprocessingResponse;
import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsInputPreprocessingResponse.Result;
import com.amazonaws.services.lambda.runtime.events.KinesisFirehoseEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a Firehose event, and what became of them. */
final class FirehoseRecords extends Records {
  /** What Lambda takes of a synchronous response. */
  private static final int LONGEST = 6 << 20;

  /** What {@code {"recordId":"","result":"ProcessingFailed","data":""},} takes, and some more. */
  private static final int OVERHEAD = 64;

  private final List<KinesisFirehoseEvent.Record> records;
  private final RecordFunction<KinesisFirehoseEvent.Record, byte @Nullable []> handler;

  /** Written by the thread that handles a record, and read only of records that are done. */
  private final byte[] @Nullable [] transformed;

  FirehoseRecords(
      List<KinesisFirehoseEvent.Record> records,
      RecordFunction<KinesisFirehoseEvent.Record, byte @Nullable []> handler) {
    super(records.size());
    this.records = records;
    this.handler = handler;
    this.transformed = new byte[records.size()][];
    for (int i = 0; i < records.size(); i++) {
      SqsRecords.requireIdentifier(records.get(i).getRecordId(), "recordId", i);
    }
  }

  @Override
  String kind() {
    return "Firehose record";
  }

  @Override
  String id(int index) {
    return records.get(index).getRecordId();
  }

  @Override
  void handle(int index) throws Exception {
    transformed[index] = handler.apply(records.get(index));
  }

  /** One answer for each record; those that do not fit into a response have failed. */
  KinesisAnalyticsInputPreprocessingResponse response(Outcome outcome, FailureLog log) {
    long length = OVERHEAD;
    for (KinesisFirehoseEvent.Record record : records) {
      length += OVERHEAD + record.getRecordId().length();
    }
    List<KinesisAnalyticsInputPreprocessingResponse.Record> answers =
        new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      byte[] data = transformed[i];
      if (!outcome.done(i)) {
        answers.add(answer(i, Result.ProcessingFailed, null));
      } else if (data == null) {
        answers.add(answer(i, Result.Dropped, null));
      } else {
        long base64 = (data.length + 2L) / 3 * 4;
        if (length + base64 > LONGEST) {
          log.failed(i, new ResponseFullException(data.length));
          answers.add(answer(i, Result.ProcessingFailed, null));
        } else {
          length += base64;
          answers.add(answer(i, Result.Ok, ByteBuffer.wrap(data)));
        }
      }
    }
    return new KinesisAnalyticsInputPreprocessingResponse(answers);
  }

  private KinesisAnalyticsInputPreprocessingResponse.Record answer(
      int index, Result result, @Nullable ByteBuffer data) {
    var answer = new KinesisAnalyticsInputPreprocessingResponse.Record();
    answer.setRecordId(id(index));
    answer.setResult(result);
    if (data != null) {
      answer.setData(data);
    }
    return answer;
  }

  /** Says in the log why a record failed that went well. */
  private static final class ResponseFullException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ResponseFullException(int length) {
      super("Its " + length + " bytes do not fit into a response of 6 MB", null, false, false);
    }
  }
}
