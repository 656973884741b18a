package dev.thaw.idempotency.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.idempotency.IdempotencyStoreException;
import dev.thaw.idempotency.Idempotent;
import dev.thaw.idempotency.InMemoryStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest extends StoreContract {
  private InMemoryStore store = new InMemoryStore();

  @Override
  InMemoryStore store() {
    return store;
  }

  @Test
  void aFullStoreForgetsOnlyWhatHasExpired() throws Exception {
    store = new InMemoryStore(2);
    Idempotent<String, @Nullable String> charge =
        charge().expiresAfter(Duration.ofMinutes(1)).build();
    assertThat(charge.run("1:", invocation(), _ -> "a")).isEqualTo("a");
    clock.pass(Duration.ofSeconds(1));
    assertThat(charge.run("2:", invocation(), _ -> "b")).isEqualTo("b");
    assertThatThrownBy(() -> charge.run("3:", invocation(), _ -> "c"))
        .isInstanceOf(IdempotencyStoreException.class)
        .cause()
        .hasMessageContaining("full");
    clock.pass(Duration.ofSeconds(59));
    assertThat(charge.run("3:", invocation(), _ -> "c")).isEqualTo("c");
    assertThat(charge.run("2:", invocation(), _ -> "again")).isEqualTo("b");
  }
}
