package dev.thaw.handler;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One invocation, as Lambda describes it: AWS's {@link Context} and what that leaves out.
 *
 * <p>The values come from the headers of the Runtime API's {@code /next} and from Lambda's
 * environment variables. What Lambda did not send is null.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
public interface Invocation extends Context {

  /**
   * When Lambda ends this invocation ({@code Lambda-Runtime-Deadline-Ms}).
   *
   * @return {@link Instant#MAX} where no deadline was given, as some emulators do
   */
  Instant deadline();

  /**
   * What is left until the {@link #deadline}.
   *
   * @return never negative; {@link Integer#MAX_VALUE} milliseconds where there is no deadline
   */
  default Duration remainingTime() {
    return Duration.ofMillis(getRemainingTimeInMillis());
  }

  /**
   * The alias or version that the caller named: the eighth part of {@link #getInvokedFunctionArn}.
   *
   * @return null if the function was called without one
   */
  default @Nullable String qualifier() {
    String arn = getInvokedFunctionArn();
    int colon = -1;
    for (int part = 0; part < 7; part++) {
      colon = arn.indexOf(':', colon + 1);
      if (colon < 0) {
        return null;
      }
    }
    return arn.substring(colon + 1);
  }

  /** Whether this is the first invocation of its execution environment. */
  boolean coldStart();

  /**
   * The X-Ray trace header ({@code Lambda-Runtime-Trace-Id}): {@code
   * Root=…;Parent=…;Sampled=…[;Lineage=…]}.
   *
   * @return null if the invocation is not traced
   */
  @Nullable String traceHeader();

  /**
   * Work of this invocation that a thread of the function's own is to do: there, too, the log tells
   * which invocation a line is of, and AWS's SDK and the X-Ray SDK find the trace. An environment
   * that takes several invocations at a time can tell it in no other way. Batches do it themselves.
   *
   * @return what to give to the thread; {@code work} itself where any thread works for the one
   *     invocation there is
   */
  default Runnable scoped(Runnable work) {
    return work;
  }

  /** Invocations for unit tests: every value has a plausible default. */
  static InvocationBuilder builder() {
    return new InvocationBuilder();
  }
}
