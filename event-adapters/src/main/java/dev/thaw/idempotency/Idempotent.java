package dev.thaw.idempotency;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import dev.thaw.idempotency.IdempotencyStore.Completed;
import dev.thaw.idempotency.IdempotencyStore.InProgress;
import dev.thaw.idempotency.IdempotencyStore.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done once, however often its event arrives: asynchronous invocations and queues
 * deliver more than once, and callers retry.
 *
 * <p>Before the work a record is put into the {@link IdempotencyStore} under the key of its
 * payload, after it the result. What that promises:
 *
 * <ul>
 *   <li>A duplicate of work that <b>is done</b> gets its result again, until the record expires.
 *   <li>A duplicate of work that <b>is in progress</b> gets an {@link
 *       IdempotencyInProgressException}. In a batch that reports the record as failed, so that it
 *       is delivered again.
 *   <li>Work that <b>throws</b> is not done: its record is deleted, and the exception thrown on.
 *   <li>Work whose execution environment <b>is gone</b> in the middle, or that runs into its
 *       deadline, may be done again from a second after the deadline on: until then it could still
 *       be at it.
 * </ul>
 *
 * <p>What it cannot promise: an effect elsewhere and the record of it are two things, so that
 * between them a crash, or a store that fails, leaves work that was done and is not known to be.
 * Then it is done <b>again</b>, never lost. An effect that must not come twice even so needs its
 * own guard, such as the same key passed on to a payment service. Nothing is lost only as long as
 * the source tries again: a retry that comes while the lock of a crashed invocation still holds
 * fails too, so give a queue enough receives, and an asynchronous function a dead-letter queue.
 *
 * <p>Keys are told apart by function, {@linkplain IdempotentBuilder name} of the work and, in a
 * function with tenant isolation, tenant. Only SHA-256 digests of key and payload are kept; results
 * are kept as they are. An instance serves all threads.
 *
 * @param <I> what the work is about: an event, or one record of a batch
 * @param <O> its result
 */
public final class Idempotent<I, O extends @Nullable Object> {
  /** Lambda ends an invocation some hundred milliseconds late, and clocks differ. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  /** Lambda's longest timeout, for emulators that give no deadline. */
  private static final Duration NO_DEADLINE = Duration.ofMinutes(15);

  private final IdempotencyStore store;
  private final String name;
  private final Function<? super I, @Nullable String> key;
  private final @Nullable Function<I, byte @Nullable []> payload;
  private final Codec<Object> result;
  private final Duration expiresAfter;
  private final boolean withoutKey;
  private final InstantSource clock;

  @SuppressWarnings("unchecked") // of O, which is nullable where that of a codec is not
  Idempotent(
      IdempotentBuilder<I, O> builder,
      Function<? super I, @Nullable String> key,
      @Nullable Function<I, byte @Nullable []> payload,
      Codec<?> result) {
    store = builder.store;
    name = builder.name;
    this.key = key;
    this.payload = payload;
    this.result = (Codec<Object>) result;
    expiresAfter = builder.expiresAfter;
    withoutKey = builder.withoutKey;
    clock = builder.clock;
  }

  /**
   * Begins the description of work.
   *
   * @param store where its records are kept
   * @param name what the work is called, such as {@code charge}: 1 to 100 characters. Different
   *     work in one function needs different names, or the second would be taken for done with the
   *     first
   */
  public static <I, O extends @Nullable Object> IdempotentBuilder<I, O> builder(
      IdempotencyStore store, String name) {
    return new IdempotentBuilder<>(store, name);
  }

  /**
   * Does the work, unless it is done.
   *
   * @param input what it is about, from which the key is taken
   * @param invocation the invocation that this is a part of; its deadline is when the work can no
   *     longer be in progress
   * @return what the work returned, now or when it was done
   * @throws IdempotencyException if the work is in progress elsewhere, if its payload is not the
   *     one of the first time, or if the store fails; see the subclasses
   * @throws Exception what the work throws
   */
  public O run(I input, Invocation invocation, Work<? super I, ? extends O> work) throws Exception {
    String found = key.apply(input);
    if (found == null || found.isEmpty()) {
      if (withoutKey) {
        return work.run(input);
      }
      throw new IdempotencyKeyException(name);
    }
    Instant now = clock.instant();
    IdempotencyLock lock =
        new IdempotencyLock(
            recordKey(found, invocation),
            UUID.randomUUID().toString(),
            end(now, invocation),
            fingerprint(input));
    Outcome outcome = begin(lock, now);
    if (outcome instanceof Completed completed) {
      check(lock, completed.fingerprint());
      return replay(completed.result());
    }
    if (outcome instanceof InProgress progress) {
      check(lock, progress.fingerprint());
      throw new IdempotencyInProgressException(name, progress.until());
    }
    O done;
    try {
      done = work.run(input);
    } catch (Throwable error) {
      release(lock, error);
      throw error;
    }
    complete(lock, done);
    return done;
  }

  /** A handler whose events are handled once each. */
  public Handler<I, O> around(Handler<? super I, ? extends O> handler) {
    return new IdempotentHandler<>(this, handler);
  }

  private String recordKey(String found, Invocation invocation) {
    String tenant = invocation.getTenantId();
    // The length keeps apart what tenant and key are made of; no length begins with a hyphen.
    String whole = (tenant == null ? "-" : tenant.length() + ":" + tenant) + found;
    String digest = Sha256.hex(whole.getBytes(StandardCharsets.UTF_8));
    return invocation.getFunctionName() + "/" + name + "#" + digest;
  }

  private static Instant end(Instant now, Invocation invocation) {
    Instant deadline = invocation.deadline();
    if (deadline.equals(Instant.MAX)) {
      return now.plus(NO_DEADLINE);
    }
    return (deadline.isAfter(now) ? deadline : now).plus(MARGIN);
  }

  private @Nullable String fingerprint(I input) {
    byte[] bytes = payload == null ? null : payload.apply(input);
    return bytes == null ? null : Sha256.hex(bytes);
  }

  /** Records from before payloads were checked, or while they were not, have no fingerprint. */
  private void check(IdempotencyLock lock, @Nullable String before) {
    String fingerprint = lock.fingerprint();
    if (fingerprint != null && before != null && !fingerprint.equals(before)) {
      throw new IdempotencyMismatchException(name);
    }
  }

  private Outcome begin(IdempotencyLock lock, Instant now) {
    try {
      return store.begin(lock, now);
    } catch (RuntimeException e) {
      throw IdempotencyStoreException.before(name, e);
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // null only where the work returned null
  private O replay(@Nullable String json) {
    if (json == null) {
      throw new IdempotencyResultException(name, "was not kept", null);
    }
    try {
      return (O) Json.read(json.getBytes(StandardCharsets.UTF_8), result);
    } catch (RuntimeException e) {
      throw new IdempotencyResultException(name, "cannot be read any more", e);
    }
  }

  private void complete(IdempotencyLock lock, O done) {
    byte[] json = null;
    RuntimeException unwritable = null;
    try {
      json = Json.write(done, result);
    } catch (RuntimeException e) {
      unwritable = e;
    }
    boolean kept = json != null && json.length <= store.maxResultBytes();
    if (!record(lock, kept ? new String(json, StandardCharsets.UTF_8) : null)) {
      throw new IdempotencyLockLostException(name);
    }
    if (unwritable != null) {
      throw new IdempotencyResultException(name, "cannot be written", unwritable);
    }
  }

  /** A handler that was interrupted shortly before its deadline must still record its effect. */
  private boolean record(IdempotencyLock lock, @Nullable String json) {
    boolean interrupted = Thread.interrupted();
    try {
      return store.complete(lock, json, clock.instant().plus(expiresAfter));
    } catch (RuntimeException e) {
      throw IdempotencyStoreException.after(name, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** If this fails the record expires with the deadline. */
  private void release(IdempotencyLock lock, Throwable error) {
    boolean interrupted = Thread.interrupted();
    try {
      store.release(lock);
    } catch (RuntimeException e) {
      error.addSuppressed(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
