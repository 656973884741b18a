package dev.thaw.batch;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A stack trace as text, in a class of its own since most batches need none. */
final class StackText {
  private StackText() {}

  static String of(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
