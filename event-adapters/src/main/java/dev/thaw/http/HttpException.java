package dev.thaw.http;

import dev.thaw.codec.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request by being thrown: {@code throw new HttpException(404, "There is no such cart")}.
 *
 * <p>It is an answer and no failure of the invocation: the client gets the status, and the message
 * as {@code {"message": …}}, as API Gateway words its own. One with a status of 500 or above is
 * logged with its stack. {@link HttpRequest#json} throws it with status 400.
 */
public final class HttpException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * An answer.
   *
   * @param status 400 to 599
   * @param message for the client to read: nothing that it must not know
   * @throws IllegalArgumentException if the status is another
   */
  public HttpException(int status, String message) {
    this(status, message, null);
  }

  /**
   * The same because of something else, of which the client sees nothing.
   *
   * @param status 400 to 599
   * @param message for the client to read: nothing that it must not know
   * @throws IllegalArgumentException if the status is another
   */
  public HttpException(int status, String message, @Nullable Throwable cause) {
    super(message, cause);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("Not the status of an error: " + status);
    }
    this.status = status;
  }

  /** The status, 400 to 599. */
  public int status() {
    return status;
  }

  /** What the client gets. */
  public HttpResponse response() {
    String message = getMessage();
    return message(status, message == null ? "" : message);
  }

  /** An answer that says no more than a message. */
  static HttpResponse message(int status, String message) {
    JsonWriter json = new JsonWriter(128);
    json.beginObject();
    json.name("message");
    json.value(message);
    json.endObject();
    return HttpResponse.bytes(status, "application/json", json.toByteArray());
  }
}
