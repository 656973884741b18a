package dev.thaw.local;

/**
 * A load balancer's target group with one function.
 *
 * @param functionName the function that is registered
 * @param port where the load balancer listens; 0 for any free port
 * @param multiValueHeaders the target group's attribute {@code lambda.multi_value_headers.enabled}
 */
public record AlbTarget(String functionName, int port, boolean multiValueHeaders) {
  String arn() {
    return "arn:aws:elasticloadbalancing:"
        + FunctionConfiguration.REGION
        + ":"
        + FunctionConfiguration.ACCOUNT
        + ":targetgroup/"
        + functionName
        + "/6d0ecf831eec9f09";
  }
}
