package dev.thaw.local;

import dev.thaw.local.ReceivedRequest.Completeness;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /2015-03-31/functions/FunctionName/invocations}, as AWS documents it. There are no
 * versions here: every qualifier is accepted, and what runs is {@code $LATEST}.
 */
final class InvokeApi implements HttpService {
  /** 6 MB and 100 bytes: RAPID's limit for buffered events. */
  static final int MAX_PAYLOAD = 6 * 1024 * 1024 + 100;

  private static final int MAX_ASYNCHRONOUS_PAYLOAD = 1 << 20;
  private static final int MAX_CLIENT_CONTEXT = 3583;
  private static final String START = "/2015-03-31/functions/";
  private static final String END = "/invocations";

  private final Map<String, LocalFunction> functions;
  private final AsynchronousInvoker asynchronous;

  InvokeApi(Map<String, LocalFunction> functions, AsynchronousInvoker asynchronous) {
    this.functions = functions;
    this.asynchronous = asynchronous;
  }

  @Override
  public HttpReply answer(ReceivedRequest request) throws InterruptedException {
    InvocationRequest invocation = InvocationRequest.of(payload(request));
    return invoke(request, invocation).with(new Header("x-amzn-RequestId", invocation.requestId()));
  }

  private HttpReply invoke(ReceivedRequest request, InvocationRequest invocation)
      throws InterruptedException {
    String path = request.path();
    if (!request.method().equals("POST")
        || !path.startsWith(START)
        || !path.endsWith(END)
        || path.length() <= START.length() + END.length()) {
      return AwsError.unknownOperation();
    }
    String text = Percent.decode(path.substring(START.length(), path.length() - END.length()));
    FunctionReference reference = text == null ? null : FunctionReference.parse(text);
    if (reference == null) {
      return AwsError.validation(
          "1 validation error detected: Value at 'functionName' failed to satisfy constraint:"
              + " Member must satisfy the pattern of function names");
    }
    String qualifier = QueryString.first(request.query(), "Qualifier");
    if (qualifier != null
        && reference.qualifier() != null
        && !qualifier.equals(reference.qualifier())) {
      return AwsError.invalidParameter(
          "The derived qualifier from the function name does not match the specified qualifier.");
    }
    return invoke(
        request,
        invocation,
        reference.name(),
        qualifier == null ? reference.qualifier() : qualifier);
  }

  private HttpReply invoke(
      ReceivedRequest request,
      InvocationRequest invocation,
      String name,
      @Nullable String qualifier)
      throws InterruptedException {
    LocalFunction function = functions.get(name);
    if (function == null) {
      return AwsError.functionNotFound(FunctionConfiguration.arn(name, qualifier));
    }
    if (request.completeness() != Completeness.COMPLETE) {
      return AwsError.tooLarge(MAX_PAYLOAD);
    }
    if (request.body().length > 0 && !Json.isValid(request.body())) {
      return AwsError.invalidContent("Could not parse request body into json");
    }
    String type = request.header("X-Amz-Invocation-Type");
    String encodedContext = request.header("X-Amz-Client-Context");
    String context = encodedContext == null ? null : clientContext(encodedContext);
    if (encodedContext != null && context == null) {
      return AwsError.invalidContent("Client context must be a valid Base64-encoded JSON object.");
    }
    InvocationRequest complete =
        invocation
            .functionArn(function.configuration().arn(qualifier))
            .traceId(TraceHeader.continued(request.header("X-Amzn-Trace-Id")))
            .clientContext(context)
            .tenantId(request.header("X-Amz-Tenant-Id"));
    return switch (type == null ? "RequestResponse" : type) {
      case "RequestResponse" -> synchronous(function, complete, request);
      case "Event" -> {
        if (request.body().length > MAX_ASYNCHRONOUS_PAYLOAD) {
          yield AwsError.tooLarge(MAX_ASYNCHRONOUS_PAYLOAD);
        }
        asynchronous.invoke(function, complete);
        yield new HttpReply(202, List.of(), new byte[0]);
      }
      case "DryRun" -> new HttpReply(204, List.of(), new byte[0]);
      default -> AwsError.invalidParameter("Unknown invocation type");
    };
  }

  private static HttpReply synchronous(
      LocalFunction function, InvocationRequest invocation, ReceivedRequest request)
      throws InterruptedException {
    InvocationResult result;
    try {
      result = function.invoke(invocation);
    } catch (ThrottledException e) {
      return AwsError.throttled();
    }
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Content-Type", "application/json"));
    headers.add(new Header("X-Amz-Executed-Version", FunctionConfiguration.VERSION));
    if (!result.outcome().succeeded()) {
      headers.add(new Header("X-Amz-Function-Error", "Unhandled"));
    }
    if ("Tail".equals(request.header("X-Amz-Log-Type"))) {
      byte[] tail = result.logTail().getBytes(StandardCharsets.UTF_8);
      headers.add(new Header("X-Amz-Log-Result", Base64.getEncoder().encodeToString(tail)));
    }
    return new HttpReply(200, headers, result.outcome().payload());
  }

  /** A caller that sends nothing invokes the function with an empty object. */
  private static byte[] payload(ReceivedRequest request) {
    return request.body().length == 0 ? new byte[] {'{', '}'} : request.body();
  }

  /** The JSON in the header; null if it is none. */
  private static @Nullable String clientContext(String header) {
    if (header.length() > MAX_CLIENT_CONTEXT) {
      return null;
    }
    try {
      JsonNode context = Json.parse(Base64.getDecoder().decode(header));
      // Written anew, since JSON may hold line ends and a header may not.
      return context != null && context.isObject()
          ? new String(Json.bytes(context), StandardCharsets.UTF_8)
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
