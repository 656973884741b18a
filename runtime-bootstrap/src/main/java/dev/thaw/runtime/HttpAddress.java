package dev.thaw.runtime;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Where the Runtime API listens.
 *
 * @param authority as in {@code AWS_LAMBDA_RUNTIME_API}: host and port
 */
record HttpAddress(String authority, String host, int port) {

  static HttpAddress parse(String authority) {
    int colon = authority.lastIndexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    int port = 80;
    if (colon >= 0) {
      try {
        port = Integer.parseInt(authority.substring(colon + 1));
      } catch (NumberFormatException e) {
        port = -1;
      }
    }
    if (host.isEmpty() || port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "AWS_LAMBDA_RUNTIME_API is not host:port but " + authority);
    }
    return new HttpAddress(authority, host, port);
  }

  InetSocketAddress resolve() throws UnknownHostException {
    byte[] literal = ipv4(host);
    InetAddress address =
        literal.length == 4 ? InetAddress.getByAddress(literal) : InetAddress.getByName(host);
    return new InetSocketAddress(address, port);
  }

  /** The bytes of a dotted address, which needs no resolver; empty if it is none. */
  private static byte[] ipv4(String host) {
    byte[] bytes = new byte[4];
    int part = 0;
    int value = -1;
    for (int i = 0; i <= host.length(); i++) {
      char c = i < host.length() ? host.charAt(i) : '.';
      if (c == '.') {
        if (value < 0 || part == 4) {
          return new byte[0];
        }
        bytes[part++] = (byte) value;
        value = -1;
      } else if (c >= '0' && c <= '9') {
        value = Math.max(value, 0) * 10 + (c - '0');
        if (value > 255) {
          return new byte[0];
        }
      } else {
        return new byte[0];
      }
    }
    return part == 4 ? bytes : new byte[0];
  }
}
