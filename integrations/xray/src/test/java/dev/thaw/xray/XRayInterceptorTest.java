package dev.thaw.xray;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.xray.AWSXRay;
import com.fasterxml.jackson.databind.JsonNode;
import dev.thaw.handler.Invocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several invocations at a time, with the real SDK and no trace header where it would look. */
class XRayInterceptorTest {
  private static final int INVOCATIONS = 16;

  @Test
  void eachOfManyInvocationsHasItsOwnTrace() throws Exception {
    try (Daemon daemon = new Daemon();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      System.setProperty("com.amazonaws.xray.emitters.daemonAddress", daemon.address());
      XRayInterceptor interceptor = new XRayInterceptor();
      CountDownLatch inside = new CountDownLatch(INVOCATIONS);
      List<Future<@Nullable Object>> running = new ArrayList<>();
      for (int i = 0; i < INVOCATIONS; i++) {
        Invocation invocation = Invocation.builder().traceHeader(trace(i)).build();
        running.add(
            threads.submit(
                () -> {
                  Object response =
                      interceptor.intercept(
                          "own " + i(invocation),
                          invocation,
                          (event, _) -> {
                            AWSXRay.beginSubsegment(String.valueOf(event));
                            inside.countDown();
                            inside.await();
                            AWSXRay.endSubsegment();
                            return event;
                          });
                  assertThat(AWSXRay.getTraceEntity()).isNull();
                  return response;
                }));
      }
      for (int i = 0; i < INVOCATIONS; i++) {
        assertThat(running.get(i).get()).isEqualTo("own " + i);
      }
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < INVOCATIONS; i++) {
        JsonNode handler = daemon.next("## handler");
        String parent = handler.path("parent_id").asText();
        int which = Integer.parseInt(parent, 16);
        assertThat(handler.path("trace_id").asText()).isEqualTo(root(which));
        assertThat(handler.path("subsegments").path(0).path("name").asText())
            .isEqualTo("own " + which);
        assertThat(handler.path("subsegments").size()).isEqualTo(1);
        seen.add(parent);
      }
      assertThat(seen).hasSize(INVOCATIONS);
    }
  }

  private static int i(Invocation invocation) {
    String header = String.valueOf(invocation.traceHeader());
    int parent = header.indexOf("Parent=") + "Parent=".length();
    return Integer.parseInt(header.substring(parent, header.indexOf(';', parent)), 16);
  }

  private static String root(int i) {
    return "1-5759e988-%024x".formatted(i);
  }

  private static String trace(int i) {
    return "Root=" + root(i) + ";Parent=" + "%016x".formatted(i) + ";Sampled=1";
  }
}
