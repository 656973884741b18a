package com.example;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.thaw.batch.SqsBatch;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Calls the service of {@link SdkCaller} from threads of its own, and logs there. */
public final class SdkCallers implements Handler<SQSEvent, SQSBatchResponse>, AutoCloseable {
  private final SdkCaller caller = new SdkCaller();
  private final SqsBatch<String> batch = SqsBatch.of(String.class).parallel(2);

  @Override
  public SQSBatchResponse handle(SQSEvent event, Invocation invocation) throws Exception {
    String name = event.getRecords().getFirst().getBody();
    SQSBatchResponse response =
        batch.process(event, invocation, (body, _) -> call(body + "-record", invocation));
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      pool.submit(invocation.scoped(() -> call(name + "-pool", invocation))).get();
      pool.submit(() -> call(name + "-later", invocation)).get();
    }
    return response;
  }

  private void call(String name, Invocation invocation) {
    caller.handleRequest(name, invocation);
    invocation.getLogger().log("called as " + name);
  }

  @Override
  public void close() {
    caller.close();
  }
}
