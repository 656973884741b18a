package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** One handler that serves several invocations at a time. */
public final class Crowd implements RequestHandler<String, String> {
  private final ThreadLocal<String> left = new ThreadLocal<>();
  private final CyclicBarrier three = new CyclicBarrier(3);

  @Override
  public String handleRequest(String event, Context context) {
    switch (event) {
      case "meet" -> meet();
      case "fail" -> throw new IllegalStateException("as asked");
      case "leave" -> {
        left.set("something");
        Thread.currentThread().interrupt();
      }
      case "exhaust" -> throw new OutOfMemoryError("as asked");
      default -> {}
    }
    context.getLogger().log("served " + context.getAwsRequestId());
    Thread thread = Thread.currentThread();
    return context.getAwsRequestId()
        + (thread.isVirtual() ? " virtual " : " platform ")
        + left.get()
        + (event.equals("look") && thread.isInterrupted() ? " interrupted" : "")
        + (Objects.equals(thread.getContextClassLoader(), Crowd.class.getClassLoader())
            ? ""
            : " lost");
  }

  private void meet() {
    try {
      three.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("The others did not come", e);
    }
  }
}
