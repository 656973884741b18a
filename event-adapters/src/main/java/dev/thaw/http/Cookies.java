package dev.thaw.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cookies as clients send them: {@code a=1; b=2} (RFC 6265 section 5.4). */
final class Cookies {
  private Cookies() {}

  /**
   * The headers with a {@code Cookie} as the client sent it. Payload format 2.0 has taken it out of
   * them, or joined several with commas.
   */
  static HttpFields asHeader(HttpFields headers, List<@Nullable String> cookies) {
    StringBuilder joined = new StringBuilder();
    for (String cookie : cookies) {
      if (cookie != null) {
        joined.append(joined.isEmpty() ? "" : "; ").append(cookie);
      }
    }
    HttpFields others = headers.without("cookie");
    return joined.isEmpty() ? others : others.with("cookie", joined.toString());
  }

  /** The cookies of all headers. */
  static HttpFields of(List<String> headers) {
    HttpFields cookies = new HttpFields();
    for (String header : headers) {
      int from = 0;
      while (from < header.length()) {
        int semicolon = header.indexOf(';', from);
        int to = semicolon < 0 ? header.length() : semicolon;
        add(cookies, header.substring(from, to));
        from = to + 1;
      }
    }
    return cookies;
  }

  private static void add(HttpFields cookies, String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? "" : pair.substring(0, equals).strip();
    if (!name.isEmpty()) {
      cookies.add(name, unquoted(pair.substring(equals + 1).strip()));
    }
  }

  private static String unquoted(String value) {
    int end = value.length() - 1;
    return end > 0 && value.charAt(0) == '"' && value.charAt(end) == '"'
        ? value.substring(1, end)
        : value;
  }
}
