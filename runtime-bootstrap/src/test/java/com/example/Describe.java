package com.example;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers with everything that it is told about its invocation. */
public final class Describe implements Handler<String, Map<String, @Nullable Object>> {

  @Override
  public Map<String, @Nullable Object> handle(String event, Invocation invocation) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("requestId", invocation.getAwsRequestId());
    all.put("arn", invocation.getInvokedFunctionArn());
    all.put("qualifier", invocation.qualifier());
    all.put("deadline", invocation.deadline().toString());
    all.put("remaining", invocation.getRemainingTimeInMillis());
    all.put("tenant", invocation.getTenantId());
    all.put("trace", invocation.traceHeader());
    all.put("xray", invocation.getXrayTraceId());
    all.put("property", System.getProperty("com.amazonaws.xray.traceHeader"));
    all.put("coldStart", invocation.coldStart());
    all.put("name", invocation.getFunctionName());
    all.put("version", invocation.getFunctionVersion());
    all.put("memory", invocation.getMemoryLimitInMB());
    all.put("logGroup", invocation.getLogGroupName());
    all.put("logStream", invocation.getLogStreamName());
    CognitoIdentity identity = invocation.getIdentity();
    if (identity != null) {
      all.put("identity", identity.getIdentityId());
      all.put("pool", identity.getIdentityPoolId());
    }
    ClientContext client = invocation.getClientContext();
    if (client != null) {
      all.put("custom", client.getCustom());
      all.put("env", client.getEnvironment());
      if (client.getClient() != null) {
        all.put("installation", client.getClient().getInstallationId());
        all.put("title", client.getClient().getAppTitle());
        all.put("versionName", client.getClient().getAppVersionName());
        all.put("versionCode", client.getClient().getAppVersionCode());
        all.put("package", client.getClient().getAppPackageName());
      }
    }
    return all;
  }
}
