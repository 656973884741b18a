package dev.thaw.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.S3BatchEvent;
import com.amazonaws.services.lambda.runtime.events.S3BatchEventV2;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse.ResultCode;
import dev.thaw.handler.Invocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS's page on invoking functions from S3 Batch Operations asks of them. */
class S3BatchTest {
  private final RecordedLog log = new RecordedLog();
  private final Invocation invocation = log.invocation();

  private static S3BatchEvent event(String... keys) {
    List<S3BatchEvent.Task> tasks = new ArrayList<>();
    for (String key : keys) {
      tasks.add(
          S3BatchEvent.Task.builder()
              .withTaskId("task-" + tasks.size())
              .withS3Key(key)
              .withS3VersionId("1")
              .withS3BucketArn("arn:aws:s3:us-east-1:0123456788:amzn-s3-demo-bucket1")
              .build());
    }
    return S3BatchEvent.builder()
        .withInvocationSchemaVersion("1.0")
        .withInvocationId("invocation")
        .withJob(S3BatchEvent.Job.builder().withId("job").build())
        .withTasks(tasks)
        .build();
  }

  private static String results(S3BatchResponse response) {
    StringBuilder text = new StringBuilder();
    for (S3BatchResponse.Result result : response.getResults()) {
      text.append(result.getTaskId() + " " + result.getResultCode() + " ");
      text.append(result.getResultString() + "\n");
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void answersEveryTaskWithItsResult(int threads) {
    S3BatchResponse response =
        S3Batch.ofKeys()
            .parallel(threads)
            .process(
                event("a+b%2Fc%C3%A9", "throttled", "gone", "%zz", "silent"),
                invocation,
                (key, task) ->
                    switch (key) {
                      case "throttled" -> throw new IOException("slow down");
                      case "gone" -> throw new PermanentFailureException("no such key");
                      case "silent" -> null;
                      default -> "made " + key + " in " + task.bucket() + " of " + task.jobId();
                    });

    assertThat(results(response))
        .isEqualTo(
            """
            task-0 Succeeded made a b/cé in amzn-s3-demo-bucket1 of job
            task-1 TemporaryFailure java.io.IOException: slow down
            task-2 PermanentFailure no such key
            task-3 PermanentFailure The key is not percent-encoded
            task-4 Succeeded \n""");
    assertThat(response.getInvocationSchemaVersion()).isEqualTo("1.0");
    assertThat(response.getInvocationId()).isEqualTo("invocation");
    assertThat(response.getTreatMissingKeysAs()).isEqualTo(ResultCode.PermanentFailure);
    assertThat(log.records()).hasSize(3);
  }

  @Test
  void aLongResultIsCutBetweenCharacters() {
    assertThat(cut("x".repeat(1_025))).isEqualTo("x".repeat(1_024));
    assertThat(cut("x".repeat(1_023) + "😀")).isEqualTo("x".repeat(1_023));
    assertThat(cut("x".repeat(1_022) + "😀")).isEqualTo("x".repeat(1_022) + "😀");
  }

  private String cut(String result) {
    return S3Batch.process(event("key"), invocation, _ -> result)
        .getResults()
        .getFirst()
        .getResultString();
  }

  @Test
  void anErrorThatCannotBeSaidLeavesTheOthersTheirResults() {
    S3BatchResponse response =
        S3Batch.process(event("mute", "key"), invocation, S3BatchTest::muteIf);

    assertThat(results(response))
        .isEqualTo(
            """
            task-0 TemporaryFailure dev.thaw.batch.S3BatchTest$MuteException
            task-1 Succeeded done
            """);
  }

  private static String muteIf(S3BatchTask task) {
    if (task.s3Key().equals("mute")) {
      throw new MuteException();
    }
    return "done";
  }

  private static final class MuteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }

  @Test
  void knowsTheSecondVersionOfTheEvent() {
    S3BatchEventV2 event =
        S3BatchEventV2.builder()
            .withInvocationSchemaVersion("2.0")
            .withInvocationId("i")
            .withJob(
                S3BatchEventV2.Job.builder()
                    .withId("job")
                    .withUserArguments(Map.of("size", "small"))
                    .build())
            .withTasks(
                List.of(
                    S3BatchEventV2.Task.builder()
                        .withTaskId("t")
                        .withS3Key("k%20")
                        .withS3Bucket("bucket--use1-az1--x-s3")
                        .build()))
            .build();
    List<S3BatchTask> tasks = new ArrayList<>();

    S3BatchResponse response =
        S3Batch.process(
            event,
            invocation,
            task -> {
              tasks.add(task);
              return "x".repeat(2_000);
            });

    assertThat(tasks)
        .containsExactly(
            new S3BatchTask(
                "t", "bucket--use1-az1--x-s3", "k%20", null, "job", Map.of("size", "small")));
    assertThat(results(response)).isEqualTo("t Succeeded " + "x".repeat(1_024) + "\n");
    assertThat(response.getInvocationSchemaVersion()).isEqualTo("2.0");
    assertThat(
            S3Batch.ofKeys()
                .treatMissingKeysAs(ResultCode.TemporaryFailure)
                .process(event, invocation, (_, _) -> null)
                .getTreatMissingKeysAs())
        .isEqualTo(ResultCode.TemporaryFailure);
  }

  @Test
  void aTaskThatWasNotBegunMayBeTriedAgain() {
    S3BatchResponse response =
        S3Batch.process(
            event("a", "b"),
            invocation,
            _ -> {
              Thread.currentThread().interrupt();
              return null;
            });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(results(response))
        .isEqualTo("task-0 Succeeded \ntask-1 TemporaryFailure Not handled in time\n");
  }

  @Test
  void aTaskWithoutIdentifierFailsTheInvocation() {
    S3BatchEvent event = event("a");
    event.getTasks().getFirst().setTaskId(null);

    assertThatThrownBy(() -> S3Batch.process(event, invocation, _ -> null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
