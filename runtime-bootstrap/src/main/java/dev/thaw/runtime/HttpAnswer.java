package dev.thaw.runtime;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer: status, headers and body stand in one buffer, and headers become strings only
 * when they are asked for. Every length is bounded.
 */
final class HttpAnswer {
  private static final int MAX_HEAD = 64 * 1024;
  private static final int MAX_HEADERS = 100;

  /** Lambda's events end at 6 MB; this leaves room for that limit to rise. */
  private static final int MAX_BODY = 64 * 1024 * 1024;

  private static final byte[] CONTENT_LENGTH = HttpHeaders.lowerCase("content-length");
  private static final byte[] TRANSFER_ENCODING = HttpHeaders.lowerCase("transfer-encoding");
  private static final byte[] CONNECTION = HttpHeaders.lowerCase("connection");

  private final InputStream in;
  private final HttpHeaders headers = new HttpHeaders();
  private byte[] buffer;
  private int position;
  private int limit;

  private int status;
  private boolean closes;
  private boolean keepsAlive;

  /** HTTP/1.0, where a connection is closed unless the answer says otherwise. */
  private boolean oldProtocol;

  private int bodyStart;
  private int bodyEnd;

  HttpAnswer(InputStream in, byte[] buffer) {
    this.in = in;
    this.buffer = buffer;
  }

  int status() {
    return status;
  }

  byte[] buffer() {
    return buffer;
  }

  int bodyStart() {
    return bodyStart;
  }

  int bodyLength() {
    return bodyEnd - bodyStart;
  }

  /** Whether a single byte has come. */
  boolean started() {
    return limit > 0;
  }

  boolean closes() {
    return closes;
  }

  /** The value of a header; null if there is none or it is empty. */
  @Nullable String header(byte[] lowerCaseName) {
    return headers.first(buffer, lowerCaseName);
  }

  /** Whether more has come than was read. */
  boolean hasMore() {
    return limit > position;
  }

  /** Reads an answer to its end; those that only announce another are passed over. */
  void read() throws IOException {
    do {
      readHead();
    } while (status < 200);
    readBody();
  }

  /** Reads status and headers, of an announcement too. */
  void readHead() throws IOException {
    headers.clear();
    readStatusLine();
    readHeaders();
  }

  private void readBody() throws IOException {
    String encoding = null;
    String length = null;
    for (int i = 0; i < headers.count(); i++) {
      if (headers.is(i, buffer, CONNECTION)) {
        closes |= headers.lists(i, buffer, "close");
        keepsAlive |= headers.lists(i, buffer, "keep-alive");
      } else if (headers.is(i, buffer, CONTENT_LENGTH)
          || headers.is(i, buffer, TRANSFER_ENCODING)) {
        if (length != null || encoding != null) {
          throw broken("has more than one length");
        }
        if (headers.is(i, buffer, CONTENT_LENGTH)) {
          length = headers.value(i, buffer);
        } else {
          encoding = headers.value(i, buffer);
        }
      }
    }
    closes |= oldProtocol && !keepsAlive;
    bodyStart = position;
    if (encoding != null) {
      if (!encoding.equalsIgnoreCase("chunked")) {
        throw broken("has a transfer encoding other than chunked");
      }
      readChunks();
    } else if (length != null) {
      bodyEnd = bodyStart + bodyLength(length, 10);
      need(bodyEnd);
      position = bodyEnd;
    } else if (status == 204) {
      bodyEnd = bodyStart;
    } else if (closes) {
      readToTheEnd();
    } else {
      throw broken("has neither a length nor chunks");
    }
    closes |= hasMore(); // what nobody asked for would be taken for the next answer
  }

  private void readStatusLine() throws IOException {
    int start = position;
    int end = readLine();
    boolean valid =
        end - start >= 12
            && buffer[start] == 'H'
            && buffer[start + 1] == 'T'
            && buffer[start + 2] == 'T'
            && buffer[start + 3] == 'P'
            && buffer[start + 4] == '/'
            && buffer[start + 5] == '1'
            && buffer[start + 6] == '.'
            && buffer[start + 8] == ' '
            && (end - start == 12 || buffer[start + 12] == ' ');
    status = 0;
    for (int i = start + 9; valid && i < start + 12; i++) {
      int digit = buffer[i] - '0';
      valid = digit >= 0 && digit <= 9;
      status = status * 10 + digit;
    }
    oldProtocol = valid && buffer[start + 7] == '0';
    if (!valid || status < 100) {
      throw broken("does not begin with an HTTP/1.1 status");
    }
  }

  private void readHeaders() throws IOException {
    while (true) {
      int start = position;
      int end = readLine();
      if (end == start) {
        return;
      }
      if (headers.count() == MAX_HEADERS) {
        throw broken("has more than " + MAX_HEADERS + " headers");
      }
      int colon = start;
      while (colon < end && buffer[colon] != ':') {
        colon++;
      }
      if (colon == end || colon == start || buffer[start] == ' ' || buffer[start] == '\t') {
        throw broken("has a header line without a name");
      }
      int valueStart = colon + 1;
      while (valueStart < end && isBlank(buffer[valueStart])) {
        valueStart++;
      }
      while (end > valueStart && isBlank(buffer[end - 1])) {
        end--;
      }
      headers.add(start, colon, valueStart, end);
    }
  }

  /** Moves the chunks together, over the lines between them. */
  private void readChunks() throws IOException {
    bodyEnd = bodyStart;
    while (true) {
      int start = position;
      int end = readLine();
      int semicolon = start;
      while (semicolon < end && buffer[semicolon] != ';' && !isBlank(buffer[semicolon])) {
        semicolon++;
      }
      String hex = new String(buffer, start, semicolon - start, StandardCharsets.ISO_8859_1);
      int size = bodyLength(hex, 16);
      if (size == 0) {
        break;
      }
      if (bodyEnd - bodyStart + size > MAX_BODY) {
        throw broken("is longer than " + MAX_BODY + " bytes");
      }
      need(position + size);
      System.arraycopy(buffer, position, buffer, bodyEnd, size);
      bodyEnd += size;
      position += size;
      start = position;
      if (readLine() != start) {
        throw broken("has a chunk longer than its length");
      }
    }
    int trailers = 0;
    for (int start = position; readLine() != start; start = position) {
      if (++trailers > MAX_HEADERS) {
        throw broken("has more than " + MAX_HEADERS + " trailers");
      }
    }
  }

  /** A body without a length ends with its connection, as in HTTP/1.0. */
  private void readToTheEnd() throws IOException {
    while (fill(limit + 1)) {
      if (limit - bodyStart > MAX_BODY) {
        throw broken("is longer than " + MAX_BODY + " bytes");
      }
    }
    bodyEnd = limit;
    position = limit;
  }

  private int bodyLength(String digits, int radix) throws ProtocolException {
    // parseInt takes a sign, HTTP does not.
    if (!digits.isEmpty() && Character.digit(digits.charAt(0), radix) >= 0) {
      try {
        int length = Integer.parseInt(digits, radix);
        if (length <= MAX_BODY) {
          return length;
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
    }
    throw broken("has a length that is no number up to " + MAX_BODY);
  }

  /** The end of the line that starts at the position, which moves behind it. */
  private int readLine() throws IOException {
    int start = position;
    for (int i = start; ; ) {
      while (i < limit && buffer[i] != '\n') {
        i++;
      }
      if (i - start > MAX_HEAD || (bodyStart == 0 && i > MAX_HEAD)) {
        throw broken("has a head longer than " + MAX_HEAD + " bytes");
      }
      if (i < limit) {
        position = i + 1;
        return i > start && buffer[i - 1] == '\r' ? i - 1 : i;
      }
      need(limit + 1);
    }
  }

  private void need(int end) throws IOException {
    if (!fill(end)) {
      throw new EOFException("The Runtime API closed the connection in the middle of an answer");
    }
  }

  /** Reads until the buffer holds everything before {@code end}, or tells that it ends earlier. */
  private boolean fill(int end) throws IOException {
    if (end > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(end, buffer.length + buffer.length / 2));
    }
    while (limit < end) {
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        return false;
      }
      limit += count;
    }
    return true;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static ProtocolException broken(String what) {
    return new ProtocolException("The Runtime API's answer " + what);
  }
}
