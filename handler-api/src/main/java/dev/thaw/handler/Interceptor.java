package dev.thaw.handler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Code around every invocation: measuring, tracing, guarding, without the handler knowing.
 *
 * <p>A handler names its interceptors itself ({@link Intercepted}); for functions that do not know
 * Thaw the environment variable {@code THAW_INTERCEPTORS} names their classes, separated by commas.
 * Each is built once, in the init phase, by a public constructor that takes nothing or an {@link
 * Environment}. The first one named is the outermost, and those of the variable stand around those
 * of the handler. Where an execution environment takes several invocations at a time, all of them
 * call the same interceptors.
 */
@FunctionalInterface
public interface Interceptor {

  /**
   * Surrounds one invocation.
   *
   * @param event what the handler is about to get: its event type, or an {@link
   *     java.io.InputStream} where it reads the bytes itself; null for the JSON {@code null}
   * @param invocation what Lambda says about this invocation
   * @param next the rest of the way to the handler; called once as a rule, not at all to answer in
   *     the handler's place, and with another event or invocation to replace them
   * @return the response, as a rule what {@code next} returned: the handler's response type, or a
   *     {@code byte[]} where it writes the bytes itself, or null where it streams its response
   * @throws Exception to fail the invocation; what {@code next} throws is best thrown on as it is
   */
  @Nullable Object intercept(
      @Nullable Object event,
      Invocation invocation,
      Handler<@Nullable Object, @Nullable Object> next)
      throws Exception;

  /**
   * Tells when the init phase was, once it has succeeded and before the first invocation. Lambda
   * gives no trace during the init phase: who wants to report it does so with the first invocation.
   *
   * @param began when the process began
   * @param ended when the handler was built
   */
  default void initialized(Instant began, Instant ended) {}
}
