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
    variables.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    variables.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    variables.put("AWS_SESSION_TOKEN", "local");
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", FunctionConfiguration.VERSION);
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memorySize()));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream());
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
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

  private static String logStream() {
    byte[] id = new byte[16];
    ThreadLocalRandom.current().nextBytes(id);
    return LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy/MM/dd"))
        + "/[$LATEST]"
        + HexFormat.of().formatHex(id);
  }
}
