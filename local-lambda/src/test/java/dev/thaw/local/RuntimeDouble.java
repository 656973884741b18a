package dev.thaw.local;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What tests of the Runtime API have in common. */
final class RuntimeDouble {
  static final String NEXT = "/2018-06-01/runtime/invocation/next";
  static final String REGISTER = "/2020-01-01/extension/register";
  static final String EVENT_NEXT = "/2020-01-01/extension/event/next";

  private RuntimeDouble() {}

  static String path(InvocationRequest request, String kind) {
    return "/2018-06-01/runtime/invocation/" + request.requestId() + "/" + kind;
  }

  /** Sends a GET on that connection while the test goes on. */
  static CompletableFuture<RawClient.Answer> inBackground(
      RawClient client, String path, String... headers) {
    CompletableFuture<RawClient.Answer> answer = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            answer.complete(client.send("GET", path, List.of(headers), new byte[0]));
          } catch (Exception e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  /** Waits until the server has got so many requests. */
  static void awaitRequests(RuntimeApiServer api, int count) throws InterruptedException {
    while (api.requests().size() < count) {
      Thread.sleep(1);
    }
  }
}
