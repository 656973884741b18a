package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.JsonName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link FunctionUrlEvent}. Lambda takes any other value for the body of a 200 of
 * {@code application/json}, and so it does where the status is left out.
 *
 * @param statusCode the HTTP status
 * @param headers one value each; null for none
 * @param body null for none
 * @param cookies one {@code Set-Cookie} each; null for none
 * @param base64Encoded whether the body is Base64 of what shall be sent
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Invoking Lambda
 *     function URLs</a>
 */
@GenerateCodec
public record FunctionUrlResponse(
    int statusCode,
    @Nullable Map<String, String> headers,
    @Nullable String body,
    @Nullable List<String> cookies,
    @JsonName("isBase64Encoded") boolean base64Encoded) {

  /** An answer of text. */
  public FunctionUrlResponse(int statusCode, Map<String, String> headers, String body) {
    this(statusCode, headers, body, null, false);
  }
}
