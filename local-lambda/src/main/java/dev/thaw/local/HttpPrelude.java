package dev.thaw.local;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a streamed response to an HTTP front door begins with: JSON and eight NULs, within 16 KB
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html).
 *
 * @param statusCode 200 if none is given
 * @param headers in their order; empty if none are given
 * @param cookies values of {@code Set-Cookie}
 */
public record HttpPrelude(int statusCode, Map<String, String> headers, List<String> cookies) {
  /** The content type of a response that has a prelude. */
  public static final String CONTENT_TYPE = "application/vnd.awslambda.http-integration-response";

  private static final int MAX = 16 * 1024;
  private static final int NULS = 8;

  /** Copies its collections, the order kept. */
  public HttpPrelude {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    cookies = List.copyOf(cookies);
  }

  /**
   * Reads the prelude, and not a byte of the body behind it.
   *
   * @throws EOFException if the stream ends before the eight NULs
   * @throws IOException if they are not within 16 KB, or no such JSON stands before them
   */
  public static HttpPrelude read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int nuls = 0;
    while (nuls < NULS) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("the response ended within its prelude");
      }
      bytes.write(b);
      if (bytes.size() > MAX) {
        throw new IOException("no prelude within " + MAX + " bytes");
      }
      nuls = b == 0 ? nuls + 1 : 0;
    }
    JsonNode json = Json.parse(Arrays.copyOf(bytes.toByteArray(), bytes.size() - NULS));
    if (json == null || !json.isObject()) {
      throw new IOException("the prelude is not a JSON object");
    }
    JsonNode status = json.path("statusCode");
    if (!status.isMissingNode()
        && (!status.isInt() || status.intValue() < 100 || status.intValue() > 599)) {
      throw new IOException("the prelude's statusCode is not a status");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> header : json.path("headers").properties()) {
      headers.put(header.getKey(), text(header.getValue()));
    }
    List<String> cookies = new ArrayList<>();
    for (JsonNode cookie : json.path("cookies")) {
      cookies.add(text(cookie));
    }
    return new HttpPrelude(status.isMissingNode() ? 200 : status.intValue(), headers, cookies);
  }

  private static String text(JsonNode value) throws IOException {
    if (!value.isString()) {
      throw new IOException("the prelude's headers and cookies must be strings");
    }
    return value.stringValue();
  }
}
