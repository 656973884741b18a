package dev.thaw.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An HTTP response. */
public final class HttpResponse {
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  private HttpResponse(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** A status without a body. */
  public static HttpResponse of(int status) {
    return new HttpResponse(status, Map.of(), new byte[0]);
  }

  /** Plain text, as UTF-8. */
  public static HttpResponse text(int status, String text) {
    return new HttpResponse(status, Map.of(), text.getBytes(StandardCharsets.UTF_8))
        .header("content-type", "text/plain; charset=utf-8");
  }

  /** The status, 200 to 599. */
  public int status() {
    return status;
  }

  /** All headers, by names in lower case. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The body's bytes. */
  public byte[] body() {
    return body.clone();
  }

  /** The same with one header more, behind those of the same name. */
  public HttpResponse header(String name, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
    values.add(value);
    more.put(name, values);
    return new HttpResponse(status, more, body);
  }
}
