package com.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a function logs. */
final class RecordedLog implements LambdaLogger {
  private final List<String> lines = new ArrayList<>();

  @Override
  public void log(String message) {
    lines.add(message);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, UTF_8));
  }

  List<String> lines() {
    return lines;
  }
}
