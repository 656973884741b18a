package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.JsonName;

/**
 * The hook of a deployment of AWS CodeDeploy to Lambda or Amazon ECS. CodeDeploy does not heed what
 * the function returns, and waits until it calls {@code PutLifecycleEventHookExecutionStatus} with
 * both ids.
 *
 * @param deploymentId the deployment
 * @param lifecycleEventHookExecutionId what the function reports a status for
 * @see <a
 *     href="https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html">AppSpec
 *     'hooks' section</a>
 */
@GenerateCodec
public record CodeDeployLifecycleEvent(
    @JsonName("DeploymentId") String deploymentId,
    @JsonName("LifecycleEventHookExecutionId") String lifecycleEventHookExecutionId) {}
