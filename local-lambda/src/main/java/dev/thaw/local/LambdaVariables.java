package dev.thaw.local;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The environment variables of an execution environment, as Lambda sets them for OS-only runtimes
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html).
 */
final class LambdaVariables {
  private LambdaVariables() {}

  static Map<String, String> of(FunctionConfiguration function, String runtimeApi) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_REGION", FunctionConfiguration.REGION);
    variables.put("AWS_DEFAULT_REGION", FunctionConfiguration.REGION);
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", FunctionConfiguration.VERSION);
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memorySize()));
    if (function.snapStart()) {
      snapStart(variables, runtimeApi);
    } else {
      fixed(variables, function);
    }
    variables.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    variables.put("PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin");
    variables.putAll(function.environment());
    variables.put("_HANDLER", function.handler());
    variables.put("LAMBDA_TASK_ROOT", function.taskRoot().toString());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    return variables;
  }

  /** What a snapshot would keep beyond its time is not told. */
  private static void snapStart(Map<String, String> variables, String runtimeApi) {
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    variables.put(
        "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://" + runtimeApi + "/2021-04-23/credentials");
    variables.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", Credentials.AUTHORIZATION);
  }

  private static void fixed(Map<String, String> variables, FunctionConfiguration function) {
    variables.put("AWS_ACCESS_KEY_ID", Credentials.ACCESS_KEY_ID);
    variables.put("AWS_SECRET_ACCESS_KEY", Credentials.SECRET_ACCESS_KEY);
    variables.put("AWS_SESSION_TOKEN", Credentials.SESSION_TOKEN);
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream());
    if (function.maxConcurrency() > 0) {
      variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "lambda-managed-instances");
      variables.put("AWS_LAMBDA_MAX_CONCURRENCY", Integer.toString(function.maxConcurrency()));
      variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    } else {
      variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    }
  }

  private static String logStream() {
    byte[] id = new byte[16];
    ThreadLocalRandom.current().nextBytes(id);
    return LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy/MM/dd"))
        + "/[$LATEST]"
        + HexFormat.of().formatHex(id);
  }
}
