package dev.thaw.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts a stream of UTF-8 bytes into lines of bounded length. */
final class LineBuffer {
  private final int limit;
  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LineBuffer(int limit, Consumer<String> lines) {
    this.limit = limit;
    this.lines = lines;
  }

  void add(byte[] bytes) {
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        line.write(bytes, start, i - start);
        emit();
        start = i + 1;
      } else if (line.size() + i - start >= limit) {
        line.write(bytes, start, i - start);
        emit();
        start = i;
      }
    }
    line.write(bytes, start, bytes.length - start);
  }

  /** What stands behind the last line feed is a line too. */
  void end() {
    if (line.size() > 0) {
      emit();
    }
  }

  private void emit() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
