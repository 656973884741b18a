package dev.thaw.idempotency;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records in this process: for tests, and for work that only one execution environment ever does.
 * Lambda sends a duplicate to any environment of the function, so that in production this guards
 * against few of them.
 *
 * <p>It holds a bounded number of records. When it is full those go that have expired; if none has,
 * it begins nothing more and says so, since to forget a record is to do its work twice.
 */
public final class InMemoryStore implements IdempotencyStore {
  private static final int MAX_RECORDS = 10_000;
  private static final int MAX_RESULT_BYTES = 256 * 1024;

  private final int maxRecords;
  private final Map<String, Entry> records = new HashMap<>();

  /** A store of at most 10,000 records. */
  public InMemoryStore() {
    this(MAX_RECORDS);
  }

  /** A store of at most so many records. */
  public InMemoryStore(int maxRecords) {
    if (maxRecords < 1) {
      throw new IllegalArgumentException("A store must hold one record at least");
    }
    this.maxRecords = maxRecords;
  }

  @Override
  public synchronized Outcome begin(IdempotencyLock lock, Instant now) {
    Entry found = records.get(lock.key());
    if (found != null && found.expires.isAfter(now) && !found.lock.token().equals(lock.token())) {
      return found.outcome();
    }
    if (found == null && records.size() >= maxRecords) {
      makeRoom(now);
    }
    records.put(lock.key(), new Entry(lock, lock.expires(), false, null));
    return new Started();
  }

  private void makeRoom(Instant now) {
    records.values().removeIf(entry -> !entry.expires.isAfter(now));
    if (records.size() >= maxRecords) {
      throw new IllegalStateException(
          "The store is full: it holds " + maxRecords + " records that have not expired");
    }
  }

  @Override
  public synchronized boolean complete(
      IdempotencyLock lock, @Nullable String result, Instant expires) {
    if (!own(lock)) {
      return false;
    }
    records.put(lock.key(), new Entry(lock, expires, true, result));
    return true;
  }

  @Override
  public synchronized void release(IdempotencyLock lock) {
    if (own(lock)) {
      records.remove(lock.key());
    }
  }

  private boolean own(IdempotencyLock lock) {
    Entry found = records.get(lock.key());
    return found != null && found.lock.token().equals(lock.token());
  }

  @Override
  public int maxResultBytes() {
    return MAX_RESULT_BYTES;
  }

  private record Entry(
      IdempotencyLock lock, Instant expires, boolean completed, @Nullable String result) {
    Outcome outcome() {
      return completed
          ? new Completed(lock.fingerprint(), result)
          : new InProgress(lock.fingerprint(), expires);
    }
  }
}
