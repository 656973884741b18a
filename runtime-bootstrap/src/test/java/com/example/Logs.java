package com.example;

import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes to its log in every way. */
public final class Logs implements Handler<String, String> {

  @Override
  public String handle(String event, Invocation invocation) throws Exception {
    switch (event) {
      case "all" -> {
        System.out.println("out Grüße 😀");
        System.err.println("err Grüße 😀");
        invocation.getLogger().log("logger Grüße 😀");
        invocation.getLogger().log("with line end\n");
        invocation.getLogger().log("bytes Grüße 😀".getBytes(StandardCharsets.UTF_8));
        invocation.getLogger().log("");
      }
      case "threads" -> {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          Thread thread = Thread.ofPlatform().start(new Writer(i, invocation));
          threads.add(thread);
        }
        for (Thread thread : threads) {
          thread.join();
        }
      }
      default -> {}
    }
    return event;
  }

  private record Writer(int number, Invocation invocation) implements Runnable {
    @Override
    public void run() {
      String line = Integer.toString(number).repeat(300);
      for (int i = 0; i < 100; i++) {
        invocation.getLogger().log("<" + line + ">");
      }
    }
  }
}
