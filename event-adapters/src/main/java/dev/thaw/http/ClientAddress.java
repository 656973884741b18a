package dev.thaw.http;

import org.jspecify.annotations.Nullable;

/** The address that a load balancer adds to {@code X-Forwarded-For}. */
final class ClientAddress {
  private ClientAddress() {}

  /**
   * The last address: those before it the client may have made up.
   *
   * @param headers in which one or several may be {@code X-Forwarded-For}
   */
  static @Nullable String of(HttpFields headers) {
    String last = null;
    for (int i = 0; i < headers.size(); i++) {
      if (headers.name(i).equalsIgnoreCase("x-forwarded-for")) {
        last = headers.value(i);
      }
    }
    return last == null ? null : withoutPort(last.substring(last.lastIndexOf(',') + 1).strip());
  }

  /** Without the port that {@code routing.http.xff_client_port.enabled} adds. */
  private static @Nullable String withoutPort(String address) {
    if (address.startsWith("[")) {
      int end = address.indexOf(']');
      return end < 0 ? address : address.substring(1, end);
    }
    int colon = address.indexOf(':');
    boolean port = colon > 0 && address.indexOf(':', colon + 1) < 0;
    if (address.isEmpty()) {
      return null;
    }
    return port ? address.substring(0, colon) : address;
  }
}
