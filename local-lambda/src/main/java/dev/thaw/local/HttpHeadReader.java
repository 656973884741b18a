package dev.thaw.local;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads request lines, headers and trailers, strictly as in RFC 9112. */
final class HttpHeadReader {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private final InputStream in;
  private final int limit;
  private int left;

  HttpHeadReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /**
   * The next request's head.
   *
   * @return null if the peer closed the connection before one began
   */
  @Nullable HttpHead read() throws IOException, HttpException {
    left = limit;
    String line = line();
    if (line == null) {
      return null;
    }
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || !isToken(parts[0]) || !isTarget(parts[1])) {
      throw new HttpException(400, "malformed request line");
    }
    if (!parts[2].equals("HTTP/1.1") && !parts[2].equals("HTTP/1.0")) {
      throw new HttpException(505, "unsupported HTTP version");
    }
    List<Header> headers = fields();
    if (parts[2].equals("HTTP/1.1") && Header.first(headers, "Host") == null) {
      throw new HttpException(400, "missing required Host header");
    }
    return new HttpHead(parts[0], parts[1], parts[2], headers);
  }

  /** The fields behind a chunked body. */
  List<Header> trailers() throws IOException, HttpException {
    left = limit;
    return fields();
  }

  /** A line of the chunked encoding: sizes and the ends of chunks. */
  String chunkLine() throws IOException, HttpException {
    left = limit;
    String line = line();
    if (line == null) {
      throw new EOFException();
    }
    return line;
  }

  private List<Header> fields() throws IOException, HttpException {
    List<Header> fields = new ArrayList<>();
    while (true) {
      String line = line();
      if (line == null) {
        throw new EOFException();
      }
      if (line.isEmpty()) {
        return List.copyOf(fields);
      }
      int colon = line.indexOf(':');
      if (colon < 0 || !isToken(line.substring(0, colon))) {
        throw new HttpException(400, "malformed header line");
      }
      fields.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
  }

  /** A line without its CRLF; null if the stream ended before its first byte. */
  private @Nullable String line() throws IOException, HttpException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    while (true) {
      int b = in.read();
      if (b < 0) {
        if (line.size() == 0) {
          return null;
        }
        throw new EOFException();
      }
      if (--left < 0) {
        throw new HttpException(431, "request header fields too large");
      }
      if (b == '\r') {
        if (in.read() != '\n') {
          throw new HttpException(400, "carriage return without line feed");
        }
        left--;
        // Header values may be UTF-8 on Lambda's side of the API, so bytes are not cut to ASCII.
        return line.toString(StandardCharsets.UTF_8);
      }
      if (b == '\n' || b == 0) {
        throw new HttpException(400, "control character in the head");
      }
      line.write(b);
    }
  }

  private static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean alphanumeric =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!alphanumeric && TOKEN_MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isTarget(String text) {
    return text.startsWith("/") || text.equals("*");
  }
}
