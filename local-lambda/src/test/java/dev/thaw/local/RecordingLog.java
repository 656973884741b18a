package dev.thaw.local;

import java.util.ArrayList;
import java.util.List;

/** Remembers log lines, each after its function's name. */
final class RecordingLog implements LogListener {
  private final List<String> lines = new ArrayList<>();

  @Override
  public synchronized void line(String functionName, String line) {
    lines.add(functionName + ": " + line);
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
