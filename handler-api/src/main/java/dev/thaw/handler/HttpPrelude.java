package dev.thaw.handler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in front of a streamed HTTP response's body.
 *
 * @param statusCode 200 to 599
 * @param headers in order; the value of a header that occurs several times is a list with commas
 * @param cookies one {@code Set-Cookie} header each, such as {@code cart=7; Secure; HttpOnly}
 */
public record HttpPrelude(int statusCode, Map<String, String> headers, List<String> cookies) {
  private static final String SEPARATORS = "\"(),/:;<=>?@[\\]{}";

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if HTTP does not allow the status, a header's name or what
   *     stands in a header or cookie
   */
  public HttpPrelude {
    if (statusCode < 200 || statusCode > 599) {
      throw new IllegalArgumentException("Not the status of a response: " + statusCode);
    }
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    cookies = List.copyOf(cookies);
    headers.forEach(HttpPrelude::check);
    for (String cookie : cookies) {
      check("Set-Cookie", cookie);
    }
  }

  /** A status without headers. */
  public static HttpPrelude status(int statusCode) {
    return new HttpPrelude(statusCode, Map.of(), List.of());
  }

  /** The same with one header more; a value that the header had already stays in front of it. */
  public HttpPrelude header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>();
    boolean found = false;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      boolean same = header.getKey().equalsIgnoreCase(name);
      more.put(header.getKey(), same ? header.getValue() + ", " + value : header.getValue());
      found |= same;
    }
    if (!found) {
      more.put(name, value);
    }
    return new HttpPrelude(statusCode, more, cookies);
  }

  /** The same with one cookie more. */
  public HttpPrelude cookie(String cookie) {
    List<String> more = new ArrayList<>(cookies);
    more.add(cookie);
    return new HttpPrelude(statusCode, headers, more);
  }

  private static void check(String name, String value) {
    boolean token = !name.isEmpty();
    for (int i = 0; token && i < name.length(); i++) {
      char c = name.charAt(i);
      token = c > ' ' && c < 0x7f && SEPARATORS.indexOf(c) < 0;
    }
    if (!token) {
      throw new IllegalArgumentException("Not the name of an HTTP header: " + name);
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw new IllegalArgumentException("The header " + name + " has a control character");
      }
    }
  }
}
