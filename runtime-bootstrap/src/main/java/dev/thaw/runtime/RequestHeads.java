package dev.thaw.runtime;

import java.nio.charset.StandardCharsets;

/** The heads of requests to one address. */
final class RequestHeads {
  /** Its first word is what Lambda takes for the runtime's release. */
  private static final String USER_AGENT = "thaw/0.1.0";

  private final String lastHeaders;

  RequestHeads(HttpAddress address) {
    lastHeaders =
        " HTTP/1.1\r\nHost: " + address.authority() + "\r\nUser-Agent: " + USER_AGENT + "\r\n";
  }

  /**
   * A whole request.
   *
   * @param headers whole lines
   */
  byte[] get(String path, String headers) {
    return bytes("GET " + path + lastHeaders + headers + "\r\n");
  }

  /** The beginning of a request, to which whole header lines are added before {@link #end}. */
  StringBuilder post(String path, String contentType) {
    StringBuilder head = new StringBuilder(512);
    head.append("POST ").append(path).append(lastHeaders);
    return head.append("Content-Type: ").append(contentType).append("\r\n");
  }

  /** The head with the empty line that ends it. */
  static byte[] end(StringBuilder head) {
    return bytes(head.append("\r\n").toString());
  }

  /** Visible ASCII and blanks: what can stand in a request's header. */
  static boolean isHeaderValue(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String head) {
    return head.getBytes(StandardCharsets.UTF_8);
  }
}
