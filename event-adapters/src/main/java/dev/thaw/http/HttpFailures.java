package dev.thaw.http;

import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.thaw.handler.Invocation;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Failures that the client learns nothing of, and the log everything. */
final class HttpFailures implements HttpErrorHandler {

  @Override
  public HttpResponse handle(HttpRequest request, Exception error, Invocation invocation) {
    log(request, error, invocation);
    return HttpException.message(500, "Internal Server Error");
  }

  /** Without the path, in which a client may have put what no log should hold. */
  static void log(HttpRequest request, Exception error, Invocation invocation) {
    StringWriter text = new StringWriter();
    text.append(request.method()).append(" request ").append(invocation.getAwsRequestId());
    text.append(" failed: ");
    error.printStackTrace(new PrintWriter(text));
    invocation.getLogger().log(text.toString(), LogLevel.ERROR);
  }
}
