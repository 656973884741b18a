package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.JsonName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job of an invoke action of AWS CodePipeline. The pipeline does not heed what the function
 * returns, and waits until it calls {@code PutJobSuccessResult} or {@code PutJobFailureResult}.
 *
 * @param job the job
 * @see <a
 *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-invoke-lambda-function.html">Invoke
 *     an AWS Lambda function in a pipeline in CodePipeline</a>
 */
@GenerateCodec
public record CodePipelineEvent(@JsonName("CodePipeline.job") Job job) {

  /**
   * A job.
   *
   * @param id what the function reports a result for
   * @param accountId the pipeline's account
   * @param data what the function works on
   */
  public record Job(String id, String accountId, Data data) {}

  /**
   * What the function works on.
   *
   * @param actionConfiguration of the action
   * @param inputArtifacts what it reads
   * @param outputArtifacts what it shall write
   * @param artifactCredentials for the bucket of the artifacts; valid for a short time
   * @param continuationToken of a job that the function continues; null in the first invocation
   * @param encryptionKey of the artifacts; null for the default key
   */
  public record Data(
      ActionConfiguration actionConfiguration,
      List<Artifact> inputArtifacts,
      List<Artifact> outputArtifacts,
      Credentials artifactCredentials,
      @Nullable String continuationToken,
      @Nullable EncryptionKey encryptionKey) {

    /** The same; empty where there are no artifacts. */
    public Data {
      inputArtifacts = inputArtifacts == null ? List.of() : inputArtifacts;
      outputArtifacts = outputArtifacts == null ? List.of() : outputArtifacts;
    }
  }

  /**
   * What the action is configured with.
   *
   * @param configuration its parameters
   */
  public record ActionConfiguration(Configuration configuration) {}

  /**
   * Parameters of the action.
   *
   * @param functionName this function
   * @param userParameters what the pipeline's author gave, often JSON; null if nothing
   */
  public record Configuration(
      @JsonName("FunctionName") String functionName,
      @JsonName("UserParameters") @Nullable String userParameters) {}

  /**
   * An artifact.
   *
   * @param name its name in the pipeline
   * @param revision which; null if it has none
   * @param location where it is
   */
  public record Artifact(String name, @Nullable String revision, Location location) {}

  /**
   * Where an artifact is.
   *
   * @param type {@code S3}
   * @param s3Location the object
   */
  public record Location(String type, S3Location s3Location) {}

  /**
   * An object in S3.
   *
   * @param bucketName its bucket
   * @param objectKey its key
   */
  public record S3Location(String bucketName, String objectKey) {}

  /**
   * Credentials for the artifacts. They are secret.
   *
   * @param accessKeyId the access key's id
   * @param secretAccessKey the access key
   * @param sessionToken of the session
   */
  public record Credentials(String accessKeyId, String secretAccessKey, String sessionToken) {

    /** Without the secrets, so that none gets into a log. */
    @Override
    public String toString() {
      return "Credentials[accessKeyId=" + accessKeyId + "]";
    }
  }

  /**
   * The key that artifacts are encrypted with.
   *
   * @param id its id, ARN or alias
   * @param type {@code KMS}
   */
  public record EncryptionKey(String id, String type) {}
}
