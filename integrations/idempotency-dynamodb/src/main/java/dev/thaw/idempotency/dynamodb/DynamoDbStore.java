package dev.thaw.idempotency.dynamodb;

import dev.thaw.idempotency.IdempotencyLock;
import dev.thaw.idempotency.IdempotencyStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Records in a DynamoDB table, by conditional writes: two for work that is done, one for a
 * duplicate, no read.
 *
 * <p>The table has a string as its partition key, {@code id}, and no sort key; let its time to live
 * go by {@code expiration}. DynamoDB may delete late, which does no harm: each record says itself
 * when it expires. In a global table write to one Region only: its replicas do not see each other's
 * conditions. The function needs {@code dynamodb:PutItem}, {@code dynamodb:UpdateItem} and {@code
 * dynamodb:DeleteItem}.
 *
 * <p>An item holds besides these two {@code status} ({@code IN_PROGRESS} or {@code COMPLETED}),
 * {@code token}, {@code expiresAtMillis}, {@code fingerprint} and {@code result}.
 *
 * <p>The client is the caller's, with its HTTP client, retries and timeouts. What it throws fails
 * the work before it begins. A write that it retries because the answer was lost counts as the one
 * write that it is.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html">PutItem</a>
 */
public final class DynamoDbStore implements IdempotencyStore {
  /** An item has at most 400 KiB, names and all; the rest of a record has less than 2. */
  private static final int MAX_RESULT_BYTES = 398 * 1024;

  private static final String STATUS = "status";
  private static final String TOKEN = "token";
  private static final String EXPIRES = "expiresAtMillis";
  private static final String FINGERPRINT = "fingerprint";
  private static final String RESULT = "result";

  /** Several of these are words that DynamoDB reserves. */
  private static final String FREE = "attribute_not_exists(#key) OR #expires <= :now";

  private static final String OWN = "#token = :token";
  private static final String COMPLETE =
      "SET #status = :status, #expires = :expires, #expiration = :expiration";

  private final DynamoDbClient client;
  private final String table;
  private final String keyAttribute;
  private final String expirationAttribute;

  /** A store in a table with the attributes {@code id} and {@code expiration}. */
  public DynamoDbStore(DynamoDbClient client, String table) {
    this(client, table, "id", "expiration");
  }

  /**
   * A store in a table with other attributes.
   *
   * @param table its name or ARN
   * @param keyAttribute its partition key, a string
   * @param expirationAttribute what its time to live goes by; seconds since 1970
   */
  public DynamoDbStore(
      DynamoDbClient client, String table, String keyAttribute, String expirationAttribute) {
    this.client = client;
    this.table = table;
    this.keyAttribute = keyAttribute;
    this.expirationAttribute = expirationAttribute;
  }

  @Override
  public Outcome begin(IdempotencyLock lock, Instant now) {
    PutItemRequest request =
        PutItemRequest.builder()
            .tableName(table)
            .item(item(lock))
            .conditionExpression(FREE)
            .expressionAttributeNames(Map.of("#key", keyAttribute, "#expires", EXPIRES))
            .expressionAttributeValues(Map.of(":now", millis(now)))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      client.putItem(request);
    } catch (ConditionalCheckFailedException e) {
      return found(e.item(), lock, e);
    }
    return new Started();
  }

  private static Outcome found(
      Map<String, AttributeValue> item, IdempotencyLock lock, ConditionalCheckFailedException e) {
    if (lock.token().equals(text(item, TOKEN))) {
      return new Started(); // the client has sent the request twice: the first one was answered
      // late
    }
    String status = text(item, STATUS);
    AttributeValue expires = item.get(EXPIRES);
    if ("COMPLETED".equals(status)) {
      return new Completed(text(item, FINGERPRINT), text(item, RESULT));
    }
    if (expires == null || expires.n() == null) {
      throw new IllegalStateException("The item with this key is no idempotency record", e);
    }
    Instant until = Instant.ofEpochMilli(Long.parseLong(expires.n()));
    return new InProgress(text(item, FINGERPRINT), until);
  }

  @Override
  public boolean complete(IdempotencyLock lock, @Nullable String result, Instant expires) {
    Map<String, String> names = new HashMap<>();
    names.put("#token", TOKEN);
    names.put("#status", STATUS);
    names.put("#expires", EXPIRES);
    names.put("#expiration", expirationAttribute);
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":token", AttributeValue.fromS(lock.token()));
    values.put(":status", AttributeValue.fromS("COMPLETED"));
    values.put(":expires", millis(expires));
    values.put(":expiration", seconds(expires));
    String update = COMPLETE;
    if (result != null) {
      update += ", #result = :result";
      names.put("#result", RESULT);
      values.put(":result", AttributeValue.fromS(result));
    }
    UpdateItemRequest request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(key(lock))
            .updateExpression(update)
            .conditionExpression(OWN)
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .build();
    try {
      client.updateItem(request);
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public void release(IdempotencyLock lock) {
    DeleteItemRequest request =
        DeleteItemRequest.builder()
            .tableName(table)
            .key(key(lock))
            .conditionExpression(OWN)
            .expressionAttributeNames(Map.of("#token", TOKEN))
            .expressionAttributeValues(Map.of(":token", AttributeValue.fromS(lock.token())))
            .build();
    try {
      client.deleteItem(request);
    } catch (ConditionalCheckFailedException e) {
      // Another's by now, or gone: there is nothing left to release.
    }
  }

  @Override
  public int maxResultBytes() {
    return MAX_RESULT_BYTES;
  }

  private Map<String, AttributeValue> key(IdempotencyLock lock) {
    return Map.of(keyAttribute, AttributeValue.fromS(lock.key()));
  }

  private Map<String, AttributeValue> item(IdempotencyLock lock) {
    Map<String, AttributeValue> item = new HashMap<>(key(lock));
    item.put(expirationAttribute, seconds(lock.expires()));
    item.put(STATUS, AttributeValue.fromS("IN_PROGRESS"));
    item.put(TOKEN, AttributeValue.fromS(lock.token()));
    item.put(EXPIRES, millis(lock.expires()));
    if (lock.fingerprint() != null) {
      item.put(FINGERPRINT, AttributeValue.fromS(lock.fingerprint()));
    }
    return item;
  }

  private static AttributeValue millis(Instant time) {
    return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
  }

  /** Rounded up: DynamoDB must not delete a record that still counts. */
  private static AttributeValue seconds(Instant time) {
    return AttributeValue.fromN(Long.toString(Math.ceilDiv(time.toEpochMilli(), 1_000L)));
  }

  private static @Nullable String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? null : value.s();
  }
}
