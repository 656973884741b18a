package dev.thaw.handler;

import org.jspecify.annotations.Nullable;

/**
 * A function that streams its response: the caller reads the beginning while the handler still
 * works on the rest, and up to 200 MB are allowed instead of 6.
 *
 * <p>It is built as a {@link Handler} is. Whoever calls it must ask for a stream: a Function URL
 * with the invoke mode {@code RESPONSE_STREAM}, API Gateway with the response transfer mode {@code
 * STREAM}, or {@code InvokeWithResponseStream}; any other caller gets the same bytes in one piece.
 * A class that is a {@link Handler} or one of AWS's handlers too is called as that one.
 *
 * @param <I> the event, as in {@link Handler}; {@link java.io.InputStream} to read the bytes itself
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html">
 *     Response streaming</a>
 */
@FunctionalInterface
public interface StreamingHandler<I extends @Nullable Object> {

  /**
   * Handles one event; the invoke phase.
   *
   * @param event what triggered the function; null only if the payload is the JSON {@code null}
   * @param response ends when this method returns, closed or not; one that nothing was written to
   *     is an empty response
   * @param invocation what Lambda says about this invocation
   * @throws Exception to fail the invocation. Before the first byte has left, Lambda's caller gets
   *     an ordinary function error; afterwards the stream ends with the error in its trailers
   */
  void handle(I event, ResponseStream response, Invocation invocation) throws Exception;
}
