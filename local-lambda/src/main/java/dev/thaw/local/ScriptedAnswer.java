package dev.thaw.local;

import dev.thaw.local.Delivery.Close;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a {@link RuntimeApiServer} that is not as usual: other content, another way out, or
 * both.
 *
 * <p>Immutable: every method returns a changed copy. Where the content is another one, {@code
 * /next} gives no invocation away, and every other call has the effect that it usually has: after a
 * scripted 413 to a response its invocation is over.
 */
public final class ScriptedAnswer {
  private final @Nullable HttpReply content;
  private final Delivery delivery;

  private ScriptedAnswer(@Nullable HttpReply content, Delivery delivery) {
    this.content = content;
    this.delivery = delivery;
  }

  /** The content that the call usually gets. */
  public static ScriptedAnswer usual() {
    return new ScriptedAnswer(null, Delivery.USUAL);
  }

  /** A status with the Runtime API's error body. */
  public static ScriptedAnswer error(int status, String errorType, String errorMessage) {
    return new ScriptedAnswer(
        HttpReply.json(status, Json.error(errorMessage, errorType)), Delivery.USUAL);
  }

  /** A status with that body and those headers. */
  public static ScriptedAnswer of(int status, byte[] body, Header... headers) {
    return new ScriptedAnswer(new HttpReply(status, List.of(headers), body), Delivery.USUAL);
  }

  /** Bytes that need not be HTTP. */
  public static ScriptedAnswer raw(byte[] bytes) {
    return new ScriptedAnswer(HttpReply.raw(bytes.clone()), Delivery.USUAL);
  }

  /** Every byte goes out alone. */
  public ScriptedAnswer dribbled() {
    return new ScriptedAnswer(content, new Delivery(true, delivery.limit(), delivery.close()));
  }

  /** Behind so many bytes the connection is closed; 0 for no answer at all. */
  public ScriptedAnswer cutAfter(int bytes) {
    return new ScriptedAnswer(content, new Delivery(delivery.dribbled(), bytes, delivery.close()));
  }

  /** The connection is closed behind it, and nothing tells so. */
  public ScriptedAnswer thenClosed() {
    return new ScriptedAnswer(
        content, new Delivery(delivery.dribbled(), delivery.limit(), Close.SILENT));
  }

  /** The connection is closed behind it, as its {@code Connection: close} says. */
  public ScriptedAnswer connectionClose() {
    return new ScriptedAnswer(
        content, new Delivery(delivery.dribbled(), delivery.limit(), Close.ANNOUNCED));
  }

  @Nullable HttpReply content() {
    return content;
  }

  HttpReply applied(HttpReply usual) {
    return (content == null ? usual : content).delivered(delivery);
  }
}
