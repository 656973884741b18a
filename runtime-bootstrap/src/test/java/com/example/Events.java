package com.example;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;

/** A function of typed events. */
public final class Events implements Handler<SQSEvent, Integer> {
  @Override
  public Integer handle(SQSEvent event, Invocation invocation) {
    return event.getRecords().size();
  }
}
