package dev.thaw.idempotency.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.idempotency.IdempotencyInProgressException;
import dev.thaw.idempotency.IdempotencyLock;
import dev.thaw.idempotency.IdempotencyStore;
import dev.thaw.idempotency.IdempotencyStoreException;
import dev.thaw.idempotency.Idempotent;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class DynamoDbStoreTest extends StoreContract {
  private static @Nullable LocalDynamoDb database;
  private static final LossyHttpClient NETWORK = new LossyHttpClient();
  private static @Nullable DynamoDbClient client;

  @BeforeAll
  static void startDatabase() throws Exception {
    database = new LocalDynamoDb();
    client = LocalDynamoDb.client(database.endpoint(), NETWORK);
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    client().close();
    database().stop();
  }

  private static LocalDynamoDb database() {
    return Objects.requireNonNull(database);
  }

  private static DynamoDbClient client() {
    return Objects.requireNonNull(client);
  }

  @Override
  IdempotencyStore store() {
    return new DynamoDbStore(client(), LocalDynamoDb.TABLE);
  }

  private static List<Map<String, AttributeValue>> items(String function) {
    return database()
        .client()
        .scan(
            scan ->
                scan.tableName(LocalDynamoDb.TABLE)
                    .consistentRead(true)
                    .filterExpression("begins_with(id, :function)")
                    .expressionAttributeValues(
                        Map.of(":function", AttributeValue.fromS(function + "/"))))
        .items();
  }

  @Test
  void anItemHoldsNoPayloadAndExpiresByItself() throws Exception {
    Idempotent<String, @Nullable String> charge =
        charge().verifying(order -> order).expiresAfter(Duration.ofMinutes(10)).build();
    charge.run(
        "card4711:secret",
        invocation(),
        _ -> {
          Map<String, AttributeValue> item = items(function).getFirst();
          assertThat(item)
              .containsOnlyKeys(
                  "id", "status", "token", "fingerprint", "expiresAtMillis", "expiration");
          assertThat(item.get("status")).isEqualTo(AttributeValue.fromS("IN_PROGRESS"));
          assertExpires(item, clock.instant().plus(TIMEOUT).plus(MARGIN));
          return "receipt";
        });
    Map<String, AttributeValue> item = items(function).getFirst();
    assertThat(item.get("status")).isEqualTo(AttributeValue.fromS("COMPLETED"));
    assertThat(item.get("result")).isEqualTo(AttributeValue.fromS("\"receipt\""));
    assertThat(value(item, "id").s()).matches(function + "/charge#[0-9a-f]{64}");
    assertThat(item.toString()).doesNotContain("4711", "secret");
    assertExpires(item, clock.instant().plus(Duration.ofMinutes(10)));
  }

  private static AttributeValue value(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name));
  }

  private static void assertExpires(Map<String, AttributeValue> item, Instant time) {
    assertThat(value(item, "expiresAtMillis").n()).isEqualTo(Long.toString(time.toEpochMilli()));
    long seconds = Long.parseLong(value(item, "expiration").n());
    assertThat(Instant.ofEpochSecond(seconds)).isBetween(time, time.plusSeconds(1));
  }

  @Test
  void aMissingTableFailsBeforeTheWork() throws Exception {
    Idempotent<String, @Nullable String> charge =
        Idempotent.<String, @Nullable String>builder(
                new DynamoDbStore(client(), "missing"), "charge")
            .keyedBy(order -> order)
            .result(String.class)
            .build();
    assertThatThrownBy(() -> charge.run("4711", invocation(), this::counted))
        .isInstanceOfSatisfying(
            IdempotencyStoreException.class, e -> assertThat(e.done()).isFalse())
        .hasMessage("\"charge\" was not begun: the store of its records failed")
        .hasCauseInstanceOf(ResourceNotFoundException.class);
    assertThat(effects).hasValue(0);
  }

  private String counted(String order) {
    effects.incrementAndGet();
    return order;
  }

  @Test
  void throttlingReachesTheCaller() throws Exception {
    Idempotent<String, @Nullable String> charge = charge().build();
    String throttled = "ProvisionedThroughputExceededException";
    try {
      NETWORK.refusing = throttled;
      assertThatThrownBy(() -> charge.run("1:", invocation(), this::counted))
          .isInstanceOf(IdempotencyStoreException.class)
          .hasCauseInstanceOf(ProvisionedThroughputExceededException.class);
      assertThat(effects).hasValue(0);
      NETWORK.refusing = null;
      // The work is done and cannot be recorded: the caller knows, and nobody else may begin yet.
      assertThatThrownBy(
              () ->
                  charge.run(
                      "1:",
                      invocation(),
                      order -> {
                        NETWORK.refusing = throttled;
                        return counted(order);
                      }))
          .isInstanceOfSatisfying(
              IdempotencyStoreException.class, e -> assertThat(e.done()).isTrue())
          .hasCauseInstanceOf(ProvisionedThroughputExceededException.class);
      NETWORK.refusing = null;
      assertThatThrownBy(() -> charge.run("1:", invocation(), this::counted))
          .isInstanceOf(IdempotencyInProgressException.class);
      assertThat(effects).hasValue(1);
      clock.pass(TIMEOUT.plus(MARGIN));
      charge.run("1:", invocation(), this::counted);
      assertThat(effects).as("done again, since nobody knew").hasValue(2);
      // The work's own exception is not hidden by a lock that cannot be released.
      assertThatThrownBy(
              () ->
                  charge.run(
                      "2:",
                      invocation(),
                      _ -> {
                        NETWORK.refusing = throttled;
                        throw new IOException("down");
                      }))
          .isInstanceOf(IOException.class)
          .satisfies(
              e ->
                  assertThat(e.getSuppressed()[0])
                      .isInstanceOf(ProvisionedThroughputExceededException.class));
    } finally {
      NETWORK.refusing = null;
    }
  }

  /** The SDK sends again what is not answered, though the first request was carried out. */
  @Test
  void anAnswerThatIsLostLocksNobodyOut() throws Exception {
    Idempotent<String, @Nullable String> charge = charge().build();
    NETWORK.losing.set(1);
    charge.run(
        "1:",
        invocation(),
        order -> {
          NETWORK.losing.set(1);
          return counted(order);
        });
    assertThat(charge.run("1:", invocation(), this::counted)).isEqualTo("1:");
    assertThat(effects).hasValue(1);
    assertThatThrownBy(
            () ->
                charge.run(
                    "2:",
                    invocation(),
                    _ -> {
                      NETWORK.losing.set(1);
                      throw new IOException("down");
                    }))
        .isInstanceOf(IOException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
    assertThat(charge.run("2:", invocation(), this::counted)).isEqualTo("2:");
    assertThat(NETWORK.losing).hasValue(0);
  }

  @Test
  void attributesAreNamedAsTheTableNamesThem() {
    DynamoDbClient other = database().client();
    database().createTable("other", "key");
    DynamoDbStore store = new DynamoDbStore(client(), "other", "key", "ttl");
    Instant now = clock.instant();
    IdempotencyLock lock = new IdempotencyLock("k", "token", now.plusSeconds(1), null);
    assertThat(store.begin(lock, now)).isInstanceOf(IdempotencyStore.Started.class);
    assertThat(store.complete(lock, null, now.plusSeconds(5))).isTrue();
    Map<String, AttributeValue> item = other.scan(scan -> scan.tableName("other")).items().get(0);
    assertThat(item)
        .containsOnlyKeys("key", "ttl", "status", "token", "expiresAtMillis")
        .containsEntry("key", AttributeValue.fromS("k"));
    assertThat(store.begin(new IdempotencyLock("k", "2", now, null), now))
        .isEqualTo(new IdempotencyStore.Completed(null, null));
    store.release(lock);
    assertThat(other.scan(scan -> scan.tableName("other")).items()).isEmpty();
  }

  /** The execution environment is killed in the middle of the work. */
  @Test
  void aCrashInTheMiddleLosesNothing() throws Exception {
    Instant deadline = clock.instant().plus(TIMEOUT);
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Crashing.class.getName(),
                database().endpoint().toString(),
                function,
                deadline.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("begun");
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    Idempotent<String, @Nullable String> charge = charge().build();
    assertThatThrownBy(() -> charge.run("1:", invocation(), this::counted))
        .isInstanceOfSatisfying(
            IdempotencyInProgressException.class,
            e -> assertThat(e.until()).isEqualTo(deadline.plus(MARGIN)));
    clock.pass(TIMEOUT.plus(MARGIN));
    assertThat(charge.run("1:", invocation(), this::counted)).isEqualTo("1:");
    assertThat(charge.run("1:", invocation(), this::counted)).isEqualTo("1:");
    assertThat(effects).hasValue(1);
  }
}
