package dev.thaw.local;

import static dev.thaw.local.RuntimeState.INVOCATION_ERROR_RESPONSE;
import static dev.thaw.local.RuntimeState.INVOCATION_RESPONSE;

import dev.thaw.local.ReceivedRequest.Completeness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The Runtime API, version 2018-06-01, on one state machine, and what stands beside it. */
final class RuntimeApi implements HttpService {
  /** 6 MB and 100 bytes: RAPID's limit for buffered responses. */
  static final int MAX_RESPONSE = 6 * 1024 * 1024 + 100;

  private static final String MODE = "Lambda-Runtime-Function-Response-Mode";
  private static final HttpReply ACCEPTED =
      HttpReply.json(202, "{\"status\":\"OK\"}\n".getBytes(StandardCharsets.US_ASCII));

  final Extensions extensions;
  final RuntimeStates state;
  final CompletableFuture<InvocationOutcome> initError = new CompletableFuture<>();
  final CompletableFuture<InvocationOutcome> restoreError = new CompletableFuture<>();
  final CompletableFuture<Long> restoreNext = new CompletableFuture<>();
  final CompletableFuture<Long> firstNext = new CompletableFuture<>();
  final CompletableFuture<Long> firstResponse = new CompletableFuture<>();
  private final boolean snapStart;

  RuntimeApi(Extensions extensions, RuntimeStates state, boolean snapStart) {
    this.extensions = extensions;
    this.state = state;
    this.snapStart = snapStart;
  }

  @Override
  public boolean streams(HttpHead head) {
    return RuntimeCall.of(head.target()) == RuntimeCall.RESPONSE
        && head.method().equals("POST")
        && "streaming".equals(Header.first(head.headers(), MODE));
  }

  @Override
  public HttpReply answer(ReceivedRequest request) throws IOException, InterruptedException {
    RuntimeCall call = RuntimeCall.of(request.path());
    if (call == null || !served(call)) {
      return HttpReply.text(404, "404 page not found\n");
    }
    if (!request.method().equals(call.method())) {
      return new HttpReply(405, List.of(), new byte[0]);
    }
    try {
      return switch (call) {
        case NEXT -> next(request);
        case RESPONSE -> response(RuntimeCall.requestId(request.path()), request);
        case ERROR -> error(RuntimeCall.requestId(request.path()), request);
        case INIT_ERROR -> {
          state.initError();
          initError.complete(FunctionError.read(request));
          yield ACCEPTED;
        }
        case RESTORE_NEXT -> {
          restoreNext.complete(request.nanoTime());
          state.restoreNext();
          yield new HttpReply(200, List.of(), new byte[0]);
        }
        case RESTORE_ERROR -> {
          state.restoreError();
          restoreError.complete(FunctionError.read(request));
          yield ACCEPTED;
        }
        case PING -> HttpReply.text(200, "pong");
        case CREDENTIALS -> Credentials.answer(request);
        case EXTENSION_REGISTER -> extensions.register(request);
        case EXTENSION_NEXT -> extensions.next(request);
        case EXTENSION_INIT_ERROR, EXTENSION_EXIT_ERROR -> extensions.error(request);
      };
    } catch (RuntimeApiException e) {
      return e.reply();
    }
  }

  private boolean served(RuntimeCall call) {
    return switch (call) {
      case RESTORE_NEXT, RESTORE_ERROR, CREDENTIALS -> snapStart;
      default -> true;
    };
  }

  private HttpReply next(ReceivedRequest request) throws RuntimeApiException, InterruptedException {
    extensions.closeRegistration();
    firstNext.complete(request.nanoTime());
    return state.next().reply();
  }

  private HttpReply response(String requestId, ReceivedRequest request)
      throws RuntimeApiException, IOException, InterruptedException {
    PendingInvocation pending =
        state.begin(
            requestId, request.header(InvocationRequest.INVOCATION_ID), INVOCATION_RESPONSE);
    String mode = request.header(MODE);
    if (mode != null && !mode.isEmpty() && !mode.equals("streaming")) {
      state.finish(
          pending, InvocationOutcome.error("Runtime.InvalidResponseModeHeader", new byte[0], null));
      throw RuntimeApiException.invalidResponseMode();
    }
    if (mode != null && !mode.isEmpty() && pending.streamed) {
      return streamed(pending, request);
    }
    if (!request.bodyEnded() && mode != null) {
      new HttpBodyReader(request.received().stream(), MAX_RESPONSE).readInto(request.received());
    }
    if (request.completeness() == Completeness.TRUNCATED) {
      throw truncated(pending);
    }
    if (request.completeness() == Completeness.TOO_LARGE) {
      throw tooLarge(pending, MAX_RESPONSE);
    }
    if (pending.streamed) {
      pending.response.complete(StreamedResponse.buffered(request));
    }
    state.finish(pending, InvocationOutcome.response(request, System.nanoTime()));
    firstResponse.complete(System.nanoTime());
    return ACCEPTED;
  }

  /** The body is read by the caller; this connection waits for its end. */
  private HttpReply streamed(PendingInvocation pending, ReceivedRequest request)
      throws RuntimeApiException, InterruptedException {
    StreamedResponse response = StreamedResponse.streaming(request);
    var _ = pending.outcome.whenComplete((ended, failure) -> response.ended().complete(false));
    pending.response.complete(response);
    boolean whole = response.ended().join();
    if (whole) {
      request.received().finish(new byte[0], Completeness.COMPLETE);
      state.finish(pending, InvocationOutcome.streamed(request));
      firstResponse.complete(System.nanoTime());
      return ACCEPTED;
    }
    throw response.tooLarge() ? tooLarge(pending, StreamedResponse.MAX) : truncated(pending);
  }

  private RuntimeApiException truncated(PendingInvocation pending) throws RuntimeApiException {
    state.finish(
        pending,
        InvocationOutcome.platformError("Runtime.TruncatedResponse", "Truncated response"));
    return RuntimeApiException.truncated();
  }

  private RuntimeApiException tooLarge(PendingInvocation pending, long limit)
      throws RuntimeApiException {
    state.finish(
        pending,
        InvocationOutcome.platformError(
            "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size (" + limit + " bytes)."));
    return RuntimeApiException.tooLarge(limit);
  }

  private HttpReply error(String requestId, ReceivedRequest request) throws RuntimeApiException {
    PendingInvocation pending =
        state.begin(
            requestId, request.header(InvocationRequest.INVOCATION_ID), INVOCATION_ERROR_RESPONSE);
    state.finish(pending, FunctionError.read(request));
    return ACCEPTED;
  }
}
