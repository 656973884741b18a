package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** What a tracing library finds: in an invocation, on another thread, and after one. */
public final class Traces implements RequestHandler<String, String> {
  private static final String PROPERTY = "com.amazonaws.xray.traceHeader";

  @Override
  public String handleRequest(String event, Context context) {
    if (event.equals("watch")) {
      Thread watcher = new Thread(Traces::watch, "watcher");
      watcher.setDaemon(true);
      watcher.start();
    }
    return System.getProperty(PROPERTY) + " " + context.getXrayTraceId();
  }

  /** Says when the property has gone. */
  private static void watch() {
    while (System.getProperty(PROPERTY) != null) {
      Thread.onSpinWait();
    }
    System.out.println("cleared");
  }
}
