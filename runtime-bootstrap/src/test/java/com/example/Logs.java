package com.example;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes to its log in every way. */
public final class Logs implements Handler<String, String> {

  @Override
  public String handle(String event, Invocation invocation) throws Exception {
    LambdaLogger log = invocation.getLogger();
    switch (event) {
      case "all" -> {
        System.out.println("out Grüße 😀");
        System.err.println("err Grüße 😀");
        log.log("logger Grüße 😀");
        log.log("with line end\n");
        log.log("bytes Grüße 😀".getBytes(StandardCharsets.UTF_8));
        log.log("");
      }
      case "levels" -> {
        for (LogLevel level : LogLevel.values()) {
          log.log(level + " of Grüße 😀", level);
          log.log(("bytes of " + level).getBytes(StandardCharsets.UTF_8), level);
        }
      }
      case "nulls" -> nulls(log);
      case "long" -> log.log("ü".repeat(3 * 1024 * 1024), LogLevel.INFO);
      case "threads" -> threads(300, invocation);
      case "long threads" -> threads(90_000, invocation);
      case "worker" -> {
        Thread thread = Thread.ofPlatform().start(() -> log.log("from a thread"));
        thread.join();
      }
      case "fail" -> throw new IllegalStateException("As asked", new RuntimeException("The cause"));
      case "fail without a message" -> throw new IllegalStateException();
      default -> log.log(event, LogLevel.INFO);
    }
    return "";
  }

  @SuppressWarnings("NullAway") // what a function may do nevertheless
  private static void nulls(LambdaLogger log) {
    log.log((String) null);
    log.log((byte[]) null);
    log.log((String) null, LogLevel.INFO);
    log.log("no level", null);
  }

  private static void threads(int length, Invocation invocation) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(Thread.ofPlatform().start(new Writer(i, length, invocation)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private record Writer(int number, int length, Invocation invocation) implements Runnable {
    @Override
    public void run() {
      String line = Integer.toString(number).repeat(length);
      for (int i = 0; i < 100; i++) {
        invocation.getLogger().log("<" + line + ">");
      }
    }
  }
}
