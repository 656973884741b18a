package dev.thaw.local;

import java.util.List;

/** Request line and headers. */
record HttpHead(String method, String target, String version, List<Header> headers) {

  boolean keepAlive() {
    String connection = Header.first(headers, "Connection");
    if (version.equals("HTTP/1.0")) {
      return connection != null && connection.equalsIgnoreCase("keep-alive");
    }
    return connection == null || !connection.equalsIgnoreCase("close");
  }

  boolean expectsContinue() {
    String expect = Header.first(headers, "Expect");
    return expect != null && expect.equalsIgnoreCase("100-continue");
  }
}
