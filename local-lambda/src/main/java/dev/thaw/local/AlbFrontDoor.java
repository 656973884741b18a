package dev.thaw.local;

import dev.thaw.local.ReceivedRequest.Completeness;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An Application Load Balancer with one listener and one function behind it. */
final class AlbFrontDoor implements HttpService {
  /** The load balancer's limit for a request's body, and for the JSON of a response. */
  static final int MAX_BODY = 1 << 20;

  private final LocalFunction function;
  private final AlbTarget target;
  private volatile int port;

  AlbFrontDoor(LocalFunction function, AlbTarget target) {
    this.function = function;
    this.target = target;
  }

  void listeningAt(int port) {
    this.port = port;
  }

  @Override
  public HttpReply answer(ReceivedRequest request) throws InterruptedException {
    if (request.completeness() == Completeness.TOO_LARGE) {
      return error(413);
    }
    if (request.completeness() == Completeness.TRUNCATED || request.header("upgrade") != null) {
      return error(400);
    }
    String trace = traceHeader(request);
    byte[] event = AlbEvent.of(request, target, port, "127.0.0.1", trace);
    InvocationRequest invocation =
        InvocationRequest.of(event)
            .functionArn(function.configuration().arn(null))
            .traceId(TraceHeader.continued(trace));
    InvocationOutcome outcome;
    try {
      outcome = function.invoke(invocation).outcome();
    } catch (ThrottledException e) {
      return error(502);
    }
    if (!outcome.succeeded() || outcome.payload().length > MAX_BODY) {
      return error(502);
    }
    HttpReply reply = AlbResponse.of(outcome.payload(), target.multiValueHeaders());
    return reply == null ? error(502) : reply;
  }

  /** The load balancer begins a trace, or adds itself to the one that the client began. */
  private static String traceHeader(ReceivedRequest request) {
    String given = request.header("x-amzn-trace-id");
    String root = TraceHeader.root();
    return given != null && given.contains("Root=")
        ? root.replace("Root=", "Self=") + ";" + given
        : root;
  }

  private static HttpReply error(int status) {
    String title = status + " " + HttpReply.reason(status);
    String page =
        "<html>\r\n<head><title>"
            + title
            + "</title></head>\r\n<body>\r\n<center><h1>"
            + title
            + "</h1></center>\r\n</body>\r\n</html>\r\n";
    return new HttpReply(
        status,
        List.of(new Header("Server", "awselb/2.0"), new Header("Content-Type", "text/html")),
        page.getBytes(StandardCharsets.UTF_8));
  }
}
