package dev.thaw.http;

/** What an HTTP request came through. */
public enum HttpSource {
  /** An Application Load Balancer's target group. */
  ALB,
  /** Amazon API Gateway, a REST API: payload format 1.0. */
  REST_API,
  /** Amazon API Gateway, an HTTP API: payload format 2.0. */
  HTTP_API,
  /** A Lambda function URL: payload format 2.0. */
  FUNCTION_URL,
  /** Amazon VPC Lattice: payload version 2.0. */
  VPC_LATTICE
}
