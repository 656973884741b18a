package dev.thaw.batch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task of S3 Batch Operations, the same for both versions of their events.
 *
 * @param taskId what identifies it in its invocation
 * @param bucket the name of the bucket, also where the event holds its ARN
 * @param s3Key the object's key as the event holds it, percent-encoded
 * @param versionId the object's version; null if the bucket has none
 * @param jobId the job
 * @param userArguments what the job hands to all its tasks; empty with version 1.0 of the event
 */
public record S3BatchTask(
    String taskId,
    String bucket,
    String s3Key,
    @Nullable String versionId,
    String jobId,
    Map<String, String> userArguments) {}
