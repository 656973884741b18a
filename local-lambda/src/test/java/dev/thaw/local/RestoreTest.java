package dev.thaw.local;

import static dev.thaw.local.RuntimeDouble.NEXT;
import static dev.thaw.local.RuntimeDouble.inBackground;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks.html. */
class RestoreTest {
  private static final String RESTORE_NEXT = "/2018-06-01/runtime/restore/next";
  private static final String RESTORE_ERROR = "/2018-06-01/runtime/restore/error";

  private RuntimeApiServer api;
  private RawClient runtime;

  @BeforeEach
  void start() throws Exception {
    api = RuntimeApiServer.builder().snapStart().start();
    runtime = new RawClient(api.port());
  }

  @AfterEach
  void stop() throws Exception {
    runtime.close();
    api.close();
  }

  @Test
  void theRuntimeWaitsUntilItIsRestored() throws Exception {
    CompletableFuture<RawClient.Answer> restored = inBackground(runtime, RESTORE_NEXT);
    api.restoreNext().get(5, SECONDS);
    try (RawClient other = new RawClient(api.port())) {
      assertThat(other.get(NEXT).status()).isEqualTo(403);
      assertThat(other.post(RESTORE_ERROR, "{}").status()).isEqualTo(403);
    }
    assertThat(restored).isNotDone();
    api.restore();
    assertThat(restored.get(5, SECONDS).status()).isEqualTo(200);
    assertThat(restored.join().body()).isEmpty();
    api.enqueue(InvocationRequest.of("1"));
    assertThat(runtime.get(NEXT).body()).isEqualTo("1");
  }

  @Test
  void anAfterRestoreHookMayFail() throws Exception {
    api.restore();
    assertThat(runtime.get(RESTORE_NEXT).status()).isEqualTo(200);
    assertThat(
            runtime
                .post(
                    RESTORE_ERROR,
                    "{\"errorMessage\":\"no\"}",
                    "Lambda-Runtime-Function-Error-Type: Runtime.AfterRestoreError")
                .status())
        .isEqualTo(202);
    assertThat(api.restoreError().get(5, SECONDS).errorType())
        .isEqualTo("Runtime.AfterRestoreError");
    assertThat(runtime.get(NEXT).status()).isEqualTo(403);
  }

  @Test
  void aRuntimeWithoutHooksGoesOnAtOnce() throws Exception {
    api.enqueue(InvocationRequest.of("1"));
    assertThat(runtime.get(NEXT).body()).isEqualTo("1");
    assertThat(runtime.get(RESTORE_NEXT).status()).isEqualTo(403);
  }

  @Test
  void credentialsAreForWhoHasTheToken() throws Exception {
    String path = "/2021-04-23/credentials";
    assertThat(runtime.get(path).status()).isEqualTo(404);
    assertThat(runtime.send("GET", path, List.of("Authorization: local"), new byte[0]).body())
        .contains("\"AccessKeyId\"", "\"SecretAccessKey\"", "\"Token\"", "\"Expiration\"");
  }
}
