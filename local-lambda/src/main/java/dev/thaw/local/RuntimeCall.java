package dev.thaw.local;

import org.jspecify.annotations.Nullable;

/** The calls of the Runtime API and the Extensions API. */
public enum RuntimeCall {
  /** {@code GET /2018-06-01/runtime/invocation/next}. */
  NEXT("GET"),
  /** {@code POST /2018-06-01/runtime/invocation/{AwsRequestId}/response}. */
  RESPONSE("POST"),
  /** {@code POST /2018-06-01/runtime/invocation/{AwsRequestId}/error}. */
  ERROR("POST"),
  /** {@code POST /2018-06-01/runtime/init/error}. */
  INIT_ERROR("POST"),
  /** {@code GET /2018-06-01/runtime/restore/next}. */
  RESTORE_NEXT("GET"),
  /** {@code POST /2018-06-01/runtime/restore/error}. */
  RESTORE_ERROR("POST"),
  /** {@code GET /2018-06-01/ping}. */
  PING("GET"),
  /** {@code GET /2021-04-23/credentials}. */
  CREDENTIALS("GET"),
  /** {@code POST /2020-01-01/extension/register}. */
  EXTENSION_REGISTER("POST"),
  /** {@code GET /2020-01-01/extension/event/next}. */
  EXTENSION_NEXT("GET"),
  /** {@code POST /2020-01-01/extension/init/error}. */
  EXTENSION_INIT_ERROR("POST"),
  /** {@code POST /2020-01-01/extension/exit/error}. */
  EXTENSION_EXIT_ERROR("POST");

  private static final String INVOCATION = "/2018-06-01/runtime/invocation/";

  private final String method;

  RuntimeCall(String method) {
    this.method = method;
  }

  String method() {
    return method;
  }

  /** What a path, without its query, calls; null if there is no such call. */
  static @Nullable RuntimeCall of(String path) {
    return switch (path) {
      case INVOCATION + "next" -> NEXT;
      case "/2018-06-01/runtime/init/error" -> INIT_ERROR;
      case "/2018-06-01/runtime/restore/next" -> RESTORE_NEXT;
      case "/2018-06-01/runtime/restore/error" -> RESTORE_ERROR;
      case "/2018-06-01/ping" -> PING;
      case "/2021-04-23/credentials" -> CREDENTIALS;
      case "/2020-01-01/extension/register" -> EXTENSION_REGISTER;
      case "/2020-01-01/extension/event/next" -> EXTENSION_NEXT;
      case "/2020-01-01/extension/init/error" -> EXTENSION_INIT_ERROR;
      case "/2020-01-01/extension/exit/error" -> EXTENSION_EXIT_ERROR;
      default -> ofInvocation(path);
    };
  }

  private static @Nullable RuntimeCall ofInvocation(String path) {
    if (!path.startsWith(INVOCATION)) {
      return null;
    }
    int slash = path.indexOf('/', INVOCATION.length());
    String kind = slash < 0 ? "" : path.substring(slash + 1);
    return kind.equals("response") ? RESPONSE : kind.equals("error") ? ERROR : null;
  }

  /** The request id in the path of {@link #RESPONSE} and {@link #ERROR}. */
  static String requestId(String path) {
    return path.substring(INVOCATION.length(), path.lastIndexOf('/'));
  }
}
