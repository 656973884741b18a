package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/** The requests of one connection, one after the other: path and body, chunked or not. */
final class HttpRequests {
  private final InputStream in;
  private byte[] buffer = new byte[64 * 1024];
  private int position;
  private int limit;
  private String path = "";
  private byte[] body = {};

  HttpRequests(InputStream in) {
    this.in = in;
  }

  /** Reads the next request whole; false when the connection has ended before it. */
  boolean read() throws IOException {
    if (position == limit && !fill()) {
      return false;
    }
    String requestLine = line();
    path = requestLine.split(" ", 3)[1];
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
        chunked = true;
      }
    }
    body = chunked ? chunks() : bytes(length);
    return true;
  }

  String path() {
    return path;
  }

  byte[] body() {
    return body;
  }

  private byte[] chunks() throws IOException {
    byte[] whole = {};
    while (true) {
      int length = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
      if (length == 0) {
        while (!line().isEmpty()) {
          // trailers
        }
        return whole;
      }
      byte[] chunk = bytes(length);
      whole = Arrays.copyOf(whole, whole.length + length);
      System.arraycopy(chunk, 0, whole, whole.length - length, length);
      line();
    }
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    int read = Math.min(length, limit - position);
    System.arraycopy(buffer, position, bytes, 0, read);
    position += read;
    if (in.readNBytes(bytes, read, length - read) < length - read) {
      throw new EOFException("body cut short");
    }
    return bytes;
  }

  private String line() throws IOException {
    int scanned = position;
    while (true) {
      for (; scanned < limit; scanned++) {
        if (buffer[scanned] == '\n') {
          String line = new String(buffer, position, scanned - 1 - position, ISO_8859_1);
          position = scanned + 1;
          return line;
        }
      }
      int offset = scanned - position;
      if (!fill()) {
        throw new EOFException("head cut short");
      }
      scanned = position + offset;
    }
  }

  private boolean fill() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(read, 0);
    return read > 0;
  }
}
