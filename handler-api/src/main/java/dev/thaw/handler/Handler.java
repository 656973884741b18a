package dev.thaw.handler;

import org.jspecify.annotations.Nullable;

/**
 * A function: one event in, one response out.
 *
 * <p>The runtime builds one handler per execution environment, in the init phase. Its public
 * constructor takes nothing or an {@link Environment}; what is opened there is paid for once and
 * serves every invocation. A handler that implements {@link AutoCloseable} is closed when the
 * execution environment shuts down, and one that implements {@link Primed} may warm its code where
 * nobody waits for it.
 *
 * @param <I> the event. A type with a codec (the events of {@code aws-lambda-java-events}) is read
 *     without reflection, any other by Jackson databind.
 * @param <O> the response; {@link Void} for none, which Lambda's caller sees as {@code null}.
 */
@FunctionalInterface
public interface Handler<I extends @Nullable Object, O extends @Nullable Object> {

  /**
   * Handles one event; the invoke phase.
   *
   * @param event what triggered the function; null only if the payload is the JSON {@code null}
   * @param invocation what Lambda says about this invocation
   * @return the response, or null for the JSON {@code null}
   * @throws Exception to fail the invocation: Lambda's caller gets its type, message, stack and
   *     causes as the function error, and the event is retried where its source retries
   */
  O handle(I event, Invocation invocation) throws Exception;
}
