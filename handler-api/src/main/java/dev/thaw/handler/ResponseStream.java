package dev.thaw.handler;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/**
 * The response of a {@link StreamingHandler}.
 *
 * <p>Bytes are gathered in a buffer and leave when it is full, when {@link #flush} is called, or
 * when the handler returns. A caller that reads slowly blocks the writer. Several threads may
 * write.
 *
 * <p>Every method that writes throws an {@link IOException} when the stream is closed, when its
 * invocation has ended, when Lambda has refused the response or broken off, and beyond Lambda's
 * limit of 200 MB.
 */
public abstract class ResponseStream extends OutputStream {

  /** For implementations: the runtime's, and those of unit tests. */
  protected ResponseStream() {}

  /**
   * Sets the content type, which is {@code application/octet-stream} otherwise. In a response with
   * an {@link #http HTTP prelude} it stands among the prelude's headers instead.
   *
   * @throws IllegalArgumentException if it is empty or has characters that no header may have
   * @throws IllegalStateException if anything was written before
   */
  public abstract void contentType(String contentType);

  /**
   * Sets status, headers and cookies of the HTTP response that a Function URL or API Gateway makes
   * of this stream; any other caller would find them in front of the bytes.
   *
   * @throws IllegalArgumentException if they do not fit into the 16 KB that API Gateway reads them
   *     from
   * @throws IllegalStateException if anything was written before, or the content type was set
   * @throws IOException if nothing can be written any more
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html">
   *     The format</a>
   */
  public abstract void http(HttpPrelude prelude) throws IOException;

  /**
   * Text, as UTF-8. It has no buffer of its own: characters and bytes may be written in turn, and
   * its {@code flush} is this stream's.
   *
   * @return another one at each call; closing it closes this stream
   */
  public final Writer writer() {
    return new Utf8Writer(this);
  }

  /** Sends what was written so far. */
  @Override
  public abstract void flush() throws IOException;

  /**
   * Lets nothing be written any more. What was written before leaves when the handler returns, so
   * that an exception which closes the stream on its way out can still be reported; {@link #flush}
   * sends it earlier. Closing again does nothing.
   */
  @Override
  public abstract void close();
}
