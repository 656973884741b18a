package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.thaw.handler.Invocation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a batch has logged. */
final class RecordedLog implements LambdaLogger {
  private final List<String> records = new ArrayList<>();

  /** An invocation that logs here, with enough time left for a test that does not hang. */
  Invocation invocation() {
    return Invocation.builder().logger(this).remainingTime(Duration.ofSeconds(30)).build();
  }

  @Override
  public synchronized void log(String message) {
    records.add(message);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, StandardCharsets.UTF_8));
  }

  synchronized List<String> records() {
    return List.copyOf(records);
  }
}
