package com.example;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;

/** Has nothing to do with HTTP. */
public final class HelloQueue implements Handler<SQSEvent, String> {
  @Override
  public String handle(SQSEvent event, Invocation invocation) {
    return "Hello";
  }
}
