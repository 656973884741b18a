package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.S3BatchEvent;
import com.amazonaws.services.lambda.runtime.events.S3BatchEventV2;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse.ResultCode;
import dev.thaw.handler.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Handles the tasks of S3 Batch Operations, and answers each with its result: what the handler
 * returns is the text in the job's completion report (its first 1,024 characters; null for none). A
 * task whose handler throws has failed for now, and S3 tries it again; one that throws a {@link
 * PermanentFailureException} has failed for good. So has one whose key is malformed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html">Invoke
 *     AWS Lambda function</a>
 */
public final class S3Batch extends BatchSettings<S3Batch> {
  private static final S3Batch DEFAULT = new S3Batch(ResultCode.PermanentFailure, Options.DEFAULT);

  private final ResultCode missing;

  private S3Batch(ResultCode missing, Options options) {
    super(options);
    this.missing = missing;
  }

  /** Handles each task on this thread. */
  public static S3BatchResponse process(
      S3BatchEvent event,
      Invocation invocation,
      RecordFunction<S3BatchTask, @Nullable String> handler) {
    return DEFAULT.process(event, invocation, new Plain(handler));
  }

  /** Handles each task on this thread. */
  public static S3BatchResponse process(
      S3BatchEventV2 event,
      Invocation invocation,
      RecordFunction<S3BatchTask, @Nullable String> handler) {
    return DEFAULT.process(event, invocation, new Plain(handler));
  }

  /** A batch whose handler gets the decoded key of the object beside the task. */
  public static S3Batch ofKeys() {
    return DEFAULT;
  }

  /**
   * What S3 is to make of a task that is not in the response, which only a faulty connection can
   * bring about: this batch answers all.
   *
   * @param code {@code PermanentFailure} by default
   */
  public S3Batch treatMissingKeysAs(ResultCode code) {
    return new S3Batch(code, options);
  }

  /**
   * Handles each task.
   *
   * @param handler gets an object's key, decoded, and the task
   */
  public S3BatchResponse process(
      S3BatchEvent event,
      Invocation invocation,
      PayloadFunction<String, S3BatchTask, @Nullable String> handler) {
    List<S3BatchTask> tasks = new ArrayList<>();
    if (event.getTasks() != null) {
      String jobId = event.getJob() == null ? "" : event.getJob().getId();
      for (S3BatchEvent.Task task : event.getTasks()) {
        String arn = task.getS3BucketArn();
        String bucket = arn == null ? "" : arn.substring(arn.lastIndexOf(':') + 1);
        tasks.add(
            new S3BatchTask(
                task.getTaskId(), bucket, task.getS3Key(), task.getS3VersionId(), jobId, Map.of()));
      }
    }
    return run(
        event.getInvocationSchemaVersion(), event.getInvocationId(), tasks, invocation, handler);
  }

  /**
   * Handles each task.
   *
   * @param handler gets an object's key, decoded, and the task
   */
  public S3BatchResponse process(
      S3BatchEventV2 event,
      Invocation invocation,
      PayloadFunction<String, S3BatchTask, @Nullable String> handler) {
    List<S3BatchTask> tasks = new ArrayList<>();
    if (event.getTasks() != null) {
      S3BatchEventV2.Job job = event.getJob();
      String jobId = job == null ? "" : job.getId();
      Map<String, String> arguments = job == null ? null : job.getUserArguments();
      for (S3BatchEventV2.Task task : event.getTasks()) {
        tasks.add(
            new S3BatchTask(
                task.getTaskId(),
                task.getS3Bucket(),
                task.getS3Key(),
                task.getS3VersionId(),
                jobId,
                arguments == null ? Map.of() : arguments));
      }
    }
    return run(
        event.getInvocationSchemaVersion(), event.getInvocationId(), tasks, invocation, handler);
  }

  private S3BatchResponse run(
      String version,
      String invocationId,
      List<S3BatchTask> tasks,
      Invocation invocation,
      PayloadFunction<String, S3BatchTask, @Nullable String> handler) {
    for (int i = 0; i < tasks.size(); i++) {
      SqsRecords.requireIdentifier(tasks.get(i).taskId(), "taskId", i);
    }
    S3Records records = new S3Records(tasks, handler);
    Outcome outcome = Engine.run(records, options, invocation);
    return new S3BatchResponse(version, missing, invocationId, records.results(outcome));
  }

  @Override
  S3Batch with(Options changed) {
    return new S3Batch(missing, changed);
  }

  private record Plain(RecordFunction<S3BatchTask, @Nullable String> handler)
      implements PayloadFunction<String, S3BatchTask, @Nullable String> {
    @Override
    public @Nullable String apply(String key, S3BatchTask task) throws Exception {
      return handler.apply(task);
    }
  }
}
