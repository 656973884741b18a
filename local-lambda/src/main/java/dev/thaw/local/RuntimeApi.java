package dev.thaw.local;

import static dev.thaw.local.RuntimeState.INVOCATION_ERROR_RESPONSE;
import static dev.thaw.local.RuntimeState.INVOCATION_RESPONSE;

import dev.thaw.local.ReceivedRequest.Completeness;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The paths of the Runtime API, version 2018-06-01, on one state machine. */
final class RuntimeApi implements HttpService {
  /** 6 MB and 100 bytes: RAPID's limit for buffered responses. */
  static final int MAX_RESPONSE = 6 * 1024 * 1024 + 100;

  private static final String BASE = "/2018-06-01/runtime/";
  private static final String INVOCATION = BASE + "invocation/";
  private static final String INVOCATION_ID = "Lambda-Runtime-Invocation-Id";
  private static final HttpReply ACCEPTED =
      HttpReply.json(202, "{\"status\":\"OK\"}\n".getBytes(StandardCharsets.US_ASCII));

  final RuntimeStateMachine state = new RuntimeStateMachine();
  final CompletableFuture<InvocationOutcome> initError = new CompletableFuture<>();
  final CompletableFuture<Long> firstNext = new CompletableFuture<>();
  final CompletableFuture<Long> firstResponse = new CompletableFuture<>();

  @Override
  public HttpReply answer(ReceivedRequest request) throws InterruptedException {
    try {
      String path = request.path();
      if (path.equals(INVOCATION + "next")) {
        return request.method().equals("GET") ? next(request) : wrongMethod();
      }
      if (path.equals(BASE + "init/error")) {
        return request.method().equals("POST") ? initError(request) : wrongMethod();
      }
      if (path.equals("/2018-06-01/ping")) {
        return request.method().equals("GET") ? HttpReply.text(200, "pong") : wrongMethod();
      }
      String[] parts = path.substring(Math.min(path.length(), INVOCATION.length())).split("/", -1);
      if (!path.startsWith(INVOCATION) || parts.length != 2) {
        return HttpReply.text(404, "404 page not found\n");
      }
      return switch (parts[1]) {
        case "response" ->
            request.method().equals("POST") ? response(parts[0], request) : wrongMethod();
        case "error" -> request.method().equals("POST") ? error(parts[0], request) : wrongMethod();
        default -> HttpReply.text(404, "404 page not found\n");
      };
    } catch (RuntimeApiException e) {
      return e.reply();
    }
  }

  private HttpReply next(ReceivedRequest request) throws RuntimeApiException, InterruptedException {
    firstNext.complete(request.nanoTime());
    return state.next().reply();
  }

  private HttpReply initError(ReceivedRequest request) throws RuntimeApiException {
    state.initError();
    initError.complete(FunctionError.read(request));
    return ACCEPTED;
  }

  private HttpReply response(String requestId, ReceivedRequest request) throws RuntimeApiException {
    String mode = request.header("Lambda-Runtime-Function-Response-Mode");
    if (mode != null && !mode.isEmpty() && !mode.equals("streaming")) {
      answer(
          requestId,
          request,
          InvocationOutcome.error("Runtime.InvalidResponseModeHeader", new byte[0], null));
      throw RuntimeApiException.invalidResponseMode();
    }
    if (request.completeness() == Completeness.TRUNCATED) {
      answer(
          requestId,
          request,
          InvocationOutcome.platformError("Runtime.TruncatedResponse", "Truncated response"));
      throw RuntimeApiException.truncated();
    }
    if (request.completeness() == Completeness.TOO_LARGE) {
      answer(
          requestId,
          request,
          InvocationOutcome.platformError(
              "Function.ResponseSizeTooLarge",
              "Response payload size exceeded maximum allowed payload size ("
                  + MAX_RESPONSE
                  + " bytes)."));
      throw RuntimeApiException.tooLarge(MAX_RESPONSE);
    }
    answer(requestId, request, InvocationOutcome.response(request, System.nanoTime()));
    firstResponse.complete(System.nanoTime());
    return ACCEPTED;
  }

  private void answer(String requestId, ReceivedRequest request, InvocationOutcome outcome)
      throws RuntimeApiException {
    state.answer(requestId, request.header(INVOCATION_ID), INVOCATION_RESPONSE, outcome);
  }

  private HttpReply error(String requestId, ReceivedRequest request) throws RuntimeApiException {
    state.answer(
        requestId,
        request.header(INVOCATION_ID),
        INVOCATION_ERROR_RESPONSE,
        FunctionError.read(request));
    return ACCEPTED;
  }

  private static HttpReply wrongMethod() {
    return new HttpReply(405, List.of(), new byte[0]);
  }
}
