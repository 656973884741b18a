package com.example;

import com.amazonaws.xray.AWSXRay;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import org.jspecify.annotations.Nullable;

/** Does to the trace what the event says. */
public final class Traced implements Handler<String, @Nullable String> {
  @Override
  public @Nullable String handle(String event, Invocation invocation) {
    switch (event) {
      case "fail" -> throw new IllegalStateException("no such table");
      case "nest" -> {
        AWSXRay.beginSubsegment("table");
        AWSXRay.createSubsegment("row", () -> {});
        AWSXRay.endSubsegment();
      }
      case "leak" -> AWSXRay.beginSubsegment("never closed");
      default -> {}
    }
    return System.getProperty("com.amazonaws.xray.traceHeader");
  }
}
