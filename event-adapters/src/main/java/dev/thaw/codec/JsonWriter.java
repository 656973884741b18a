package dev.thaw.codec;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document as UTF-8 bytes, value by value, commas included, escaped as Jackson does
 * ({@code " \}, control characters and halves of surrogate pairs; nothing else). It is used by one
 * thread.
 */
public final class JsonWriter {
  private static final int MAX_DEPTH = 500;
  private static final int KEPT = 1 << 20;
  private static final String HEXADECIMAL = "0123456789ABCDEF";

  private byte[] buffer;
  private int size;
  private int depth;

  /** Whether a comma is due before the next name or value. */
  private boolean comma;

  /** A writer for a document of a usual size. */
  public JsonWriter() {
    this(1024);
  }

  /** A writer with room for so many bytes before it has to grow. */
  public JsonWriter(int initialCapacity) {
    buffer = new byte[Math.max(16, initialCapacity)];
  }

  /** Opens an object. */
  public void beginObject() {
    begin('{');
  }

  /** Closes an object. */
  public void endObject() {
    end('}');
  }

  /** Opens an array. */
  public void beginArray() {
    begin('[');
  }

  /** Closes an array. */
  public void endArray() {
    end(']');
  }

  private void begin(char bracket) {
    if (++depth > MAX_DEPTH) {
      throw JsonException.at(buffer, 0, size, "Nested deeper than " + MAX_DEPTH);
    }
    before(1);
    buffer[size++] = (byte) bracket;
    comma = false;
  }

  private void end(char bracket) {
    depth--;
    reserve(1);
    buffer[size++] = (byte) bracket;
    comma = true;
  }

  /** Writes a property name; its value follows. */
  public void name(JsonNames names, int index) {
    byte[] name = names.quoted[index];
    before(name.length);
    System.arraycopy(name, 0, buffer, size, name.length);
    size += name.length;
    comma = false;
  }

  /** Writes a property name; its value follows. */
  public void name(String name) {
    string(name);
    reserve(1);
    buffer[size++] = ':';
    comma = false;
  }

  /** Writes a string; null as {@code null}. */
  public void value(@Nullable String value) {
    if (value == null) {
      nullValue();
    } else {
      string(value);
    }
  }

  private void string(String value) {
    int length = value.length();
    before(length + 2);
    byte[] b = buffer;
    int n = size;
    b[n++] = '"';
    int i = 0;
    char c;
    while (i < length && (c = value.charAt(i)) < 0x80 && c >= ' ' && c != '"' && c != '\\') {
      b[n++] = (byte) c;
      i++;
    }
    size = n;
    if (i < length) {
      rest(value, i);
    }
    reserve(1);
    buffer[size++] = '"';
    comma = true;
  }

  private void rest(String value, int from) {
    int length = value.length();
    for (int i = from; i < length; i++) {
      reserve(6);
      char c = value.charAt(i);
      if (c >= 0x80) {
        i += beyondAscii(value, i, c);
      } else if (c >= ' ' && c != '"' && c != '\\') {
        buffer[size++] = (byte) c;
      } else {
        escape(c);
      }
    }
  }

  private void escape(char c) {
    buffer[size++] = '\\';
    switch (c) {
      case '"', '\\' -> buffer[size++] = (byte) c;
      case '\b' -> buffer[size++] = 'b';
      case '\f' -> buffer[size++] = 'f';
      case '\n' -> buffer[size++] = 'n';
      case '\r' -> buffer[size++] = 'r';
      case '\t' -> buffer[size++] = 't';
      default -> {
        buffer[size++] = 'u';
        buffer[size++] = (byte) HEXADECIMAL.charAt(c >> 12);
        buffer[size++] = (byte) HEXADECIMAL.charAt((c >> 8) & 15);
        buffer[size++] = (byte) HEXADECIMAL.charAt((c >> 4) & 15);
        buffer[size++] = (byte) HEXADECIMAL.charAt(c & 15);
      }
    }
  }

  /** Writes the character at {@code i} and returns how many more it took with it. */
  private int beyondAscii(String value, int i, char c) {
    byte[] b = buffer;
    if (c < 0x800) {
      b[size++] = (byte) (0xc0 | (c >> 6));
    } else if (!Character.isSurrogate(c)) {
      b[size++] = (byte) (0xe0 | (c >> 12));
      b[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
    } else {
      int codePoint = value.codePointAt(i);
      if (codePoint < 0x10000) {
        // Half of a pair has no UTF-8; Jackson escapes it too.
        escape(c);
        return 0;
      }
      b[size++] = (byte) (0xf0 | (codePoint >> 18));
      b[size++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
      b[size++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
      b[size++] = (byte) (0x80 | (codePoint & 0x3f));
      return 1;
    }
    b[size++] = (byte) (0x80 | (c & 0x3f));
    return 0;
  }

  /** Writes true or false. */
  public void value(boolean value) {
    ascii(value ? "true" : "false");
  }

  /** Writes an integer. */
  public void value(int value) {
    value((long) value);
  }

  /** Writes an integer. */
  public void value(long value) {
    ascii(Long.toString(value));
  }

  /** Writes a number as {@link Double#toString}; what is not finite as a string of it. */
  public void value(double value) {
    if (Double.isFinite(value)) {
      ascii(Double.toString(value));
    } else {
      string(Double.toString(value));
    }
  }

  /** Writes a number with all its digits. */
  public void value(BigDecimal value) {
    ascii(value.toString());
  }

  /** Writes null. */
  public void nullValue() {
    ascii("null");
  }

  private void ascii(String text) {
    int length = text.length();
    before(length);
    for (int i = 0; i < length; i++) {
      buffer[size++] = (byte) text.charAt(i);
    }
    comma = true;
  }

  /** Writes bytes as a string of base64. */
  public void base64(byte[] bytes) {
    base64(bytes, 0, bytes.length);
  }

  /** Writes what remains in a buffer as a string of base64, without consuming it. */
  public void base64(ByteBuffer bytes) {
    if (bytes.hasArray()) {
      int from = bytes.arrayOffset() + bytes.position();
      base64(bytes.array(), from, from + bytes.remaining());
    } else {
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(bytes.position(), copy);
      base64(copy);
    }
  }

  private void base64(byte[] bytes, int from, int to) {
    int length = Math.toIntExact(Base64Text.encodedLength(to - from));
    before(length + 2);
    buffer[size++] = '"';
    Base64Text.encode(bytes, from, to, buffer, size);
    size += length;
    buffer[size++] = '"';
    comma = true;
  }

  /** Writes a value that is JSON already, as it stands. */
  public void raw(byte[] json) {
    before(json.length);
    System.arraycopy(json, 0, buffer, size, json.length);
    size += json.length;
    comma = true;
  }

  /** The buffer itself, of which the first {@link #size} bytes are written. */
  public byte[] array() {
    return buffer;
  }

  /** How many bytes are written. */
  public int size() {
    return size;
  }

  /** A copy of what is written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, size);
  }

  /** Begins another document, in the same buffer unless it has grown beyond 1 MiB. */
  public void reset() {
    size = 0;
    depth = 0;
    comma = false;
    if (buffer.length > KEPT) {
      buffer = new byte[KEPT];
    }
  }

  /** Makes room for a name or value of so many bytes and writes the comma before it. */
  private void before(int length) {
    reserve(length + 1);
    if (comma) {
      buffer[size++] = ',';
    }
  }

  private void reserve(int length) {
    if (length > buffer.length - size) {
      buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(size, length), buffer.length * 2));
    }
  }
}
