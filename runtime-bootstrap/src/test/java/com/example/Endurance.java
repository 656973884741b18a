package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** Answers, logs or fails as its message says, and measures the process that it runs in. */
public final class Endurance implements RequestHandler<SQSEvent, Map<String, Long>> {

  @Override
  public Map<String, Long> handleRequest(SQSEvent event, Context context) {
    String body = event.getRecords().getFirst().getBody();
    switch (body) {
      case "measure" -> {
        return measure();
      }
      case "fail" -> throw new IllegalStateException("as asked");
      case "log" -> context.getLogger().log("asked to log");
      default -> {}
    }
    return Map.of("length", (long) body.length());
  }

  private static Map<String, Long> measure() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    String[] descriptors = new File("/proc/self/fd").list();
    return Map.of(
        "heap",
        runtime.totalMemory() - runtime.freeMemory(),
        "threads",
        (long) ManagementFactory.getThreadMXBean().getThreadCount(),
        "descriptors",
        descriptors == null ? -1L : descriptors.length);
  }
}
