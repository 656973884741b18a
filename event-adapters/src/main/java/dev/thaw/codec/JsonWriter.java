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
  private static final int CHUNK = 1024;
  private static final int LONGEST_ESCAPE = 6;
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
    while (i < length && (c = value.charAt(i)) < 0x80 && JsonText.SPECIAL[c] == 0) {
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

  /** The rest of a string in which something is not plain ASCII. */
  private void rest(String value, int from) {
    int length = value.length();
    int i = from;
    while (i < length) {
      int to = Math.min(length, i + CHUNK);
      // One character more than the chunk: it may end within a surrogate pair.
      reserve((to - i + 1) * LONGEST_ESCAPE);
      byte[] b = buffer;
      int n = size;
      while (i < to) {
        char c = value.charAt(i++);
        if (c < 0x80 && JsonText.SPECIAL[c] == 0) {
          b[n++] = (byte) c;
        } else if (c < 0x80) {
          n = escape(c, b, n);
        } else if (!Character.isSurrogate(c)) {
          n = Utf8.encode(c, b, n);
        } else {
          int codePoint = value.codePointAt(i - 1);
          boolean pair = codePoint >= 0x10000;
          // Half of a pair has no UTF-8; Jackson escapes it too.
          n = pair ? Utf8.encode(codePoint, b, n) : escape(c, b, n);
          i += pair ? 1 : 0;
        }
      }
      size = n;
    }
  }

  private static int escape(char c, byte[] b, int at) {
    int n = at;
    b[n++] = '\\';
    switch (c) {
      case '"', '\\' -> b[n++] = (byte) c;
      case '\b' -> b[n++] = 'b';
      case '\f' -> b[n++] = 'f';
      case '\n' -> b[n++] = 'n';
      case '\r' -> b[n++] = 'r';
      case '\t' -> b[n++] = 't';
      default -> {
        b[n++] = 'u';
        b[n++] = (byte) HEXADECIMAL.charAt(c >> 12);
        b[n++] = (byte) HEXADECIMAL.charAt((c >> 8) & 15);
        b[n++] = (byte) HEXADECIMAL.charAt((c >> 4) & 15);
        b[n++] = (byte) HEXADECIMAL.charAt(c & 15);
      }
    }
    return n;
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
