package dev.thaw.http;

import java.util.Map;

/** What API Gateway's authorizers say about the caller, each in a place of its own. */
final class Claims {
  private Claims() {}

  /** A Cognito user pool's claims, else the context that a Lambda authorizer returned. */
  static Map<String, Object> ofVersion1(Map<String, Object> authorizer) {
    return authorizer.get("claims") instanceof Map<?, ?> claims ? typed(claims) : authorizer;
  }

  /** A JWT's claims, a Lambda authorizer's context, or what IAM knows. */
  static Map<String, Object> ofVersion2(Map<String, Object> authorizer) {
    if (authorizer.get("jwt") instanceof Map<?, ?> jwt) {
      return jwt.get("claims") instanceof Map<?, ?> claims ? typed(claims) : Map.of();
    }
    if (authorizer.get("lambda") instanceof Map<?, ?> context) {
      return typed(context);
    }
    return authorizer.get("iam") instanceof Map<?, ?> iam ? typed(iam) : Map.of();
  }

  @SuppressWarnings("unchecked") // as AnyValue makes them
  private static Map<String, Object> typed(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }
}
