package dev.thaw.http;

/**
 * What an HTTP request came through. They differ in what they send and what they take; {@link
 * HttpRequest} and {@link HttpResponse} do not.
 */
public enum HttpSource {
  /**
   * An Application Load Balancer's target group. It decodes neither path nor query. Without the
   * attribute {@code lambda.multi_value_headers.enabled} it sends and takes one value a header.
   */
  ALB,

  /**
   * Amazon API Gateway, a REST API, or an HTTP API with payload format 1.0. The query is decoded;
   * of the path a REST API's is not.
   */
  REST_API,

  /**
   * Amazon API Gateway, an HTTP API with payload format 2.0. It decodes the path, and joins the
   * values of a header with commas.
   */
  HTTP_API,

  /**
   * A Lambda function URL: payload format 2.0, but the path is not decoded. Function URLs are told
   * from HTTP APIs by the domain name.
   */
  FUNCTION_URL,

  /** Amazon VPC Lattice with event structure version 2. Version 1 is refused. */
  VPC_LATTICE
}
