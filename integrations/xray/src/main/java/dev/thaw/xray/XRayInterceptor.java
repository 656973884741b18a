package dev.thaw.xray;

import dev.thaw.handler.Handler;
import dev.thaw.handler.Interceptor;
import dev.thaw.handler.Invocation;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reports each traced invocation to AWS X-Ray as a subsegment {@code ## handler}, and the init
 * phase as {@code ## init} together with the first one. What the handler throws is recorded as a
 * fault; subsegments that the handler opens with {@code AWSXRay} nest under {@code ## handler}.
 *
 * <p>The names are not {@code Invocation} and {@code Initialization}, since Lambda reports
 * subsegments with these names itself; {@code ##} is how Powertools for AWS marks a handler, so
 * that searches and filters find both. As there, the annotation {@code ColdStart} tells whether the
 * invocation was the first of its execution environment.
 *
 * <p>An invocation that is not traced or not sampled costs nothing: the SDK is not even loaded. A
 * failure of tracing never fails an invocation; the first one is logged. The trace header is left
 * as it is, with its {@code Lineage}, where the AWS SDKs look for it to pass it on.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html">
 *     Segment documents</a>
 */
public final class XRayInterceptor implements Interceptor {
  private final AtomicReference<@Nullable InitPhase> unreported = new AtomicReference<>();
  private final AtomicBoolean failed = new AtomicBoolean();

  /** Configured by AWS's environment variables alone, such as {@code AWS_XRAY_DAEMON_ADDRESS}. */
  public XRayInterceptor() {}

  @Override
  public void initialized(Instant began, Instant ended) {
    unreported.set(new InitPhase(began, ended));
  }

  @Override
  public @Nullable Object intercept(
      @Nullable Object event,
      Invocation invocation,
      Handler<@Nullable Object, @Nullable Object> next)
      throws Exception {
    HandlerSubsegment subsegment = begin(invocation);
    if (subsegment == null) {
      return next.handle(event, invocation);
    }
    Throwable thrown = null;
    try {
      return next.handle(event, invocation);
    } catch (Throwable error) {
      thrown = error;
      throw error;
    } finally {
      end(subsegment, thrown, invocation);
    }
  }

  private @Nullable HandlerSubsegment begin(Invocation invocation) {
    String header = invocation.traceHeader();
    if (header == null || !header.contains("Sampled=1")) {
      return null;
    }
    try {
      return HandlerSubsegment.begin(header, invocation.coldStart());
    } catch (RuntimeException | LinkageError e) {
      report(e, invocation);
      return null;
    }
  }

  private void end(
      HandlerSubsegment subsegment, @Nullable Throwable thrown, Invocation invocation) {
    try {
      subsegment.end(thrown, unreported.getAndSet(null));
    } catch (RuntimeException | LinkageError e) {
      report(e, invocation);
    }
  }

  /** Once, since what fails once mostly fails always, and the invocation itself has not failed. */
  private void report(Throwable error, Invocation invocation) {
    if (failed.compareAndSet(false, true)) {
      invocation.getLogger().log("WARN thaw: this function cannot be traced: " + error + "\n");
    }
  }
}
