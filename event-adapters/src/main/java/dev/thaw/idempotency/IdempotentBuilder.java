package dev.thaw.idempotency;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes work that is to be done once. A key and the type of the result must be given.
 *
 * @param <I> what the work is about
 * @param <O> its result
 */
public final class IdempotentBuilder<I, O extends @Nullable Object> {
  private static final int LONGEST_NAME = 100;
  private static final Duration LONGEST_EXPIRY = Duration.ofDays(36_500);

  final IdempotencyStore store;
  final String name;
  Duration expiresAfter = Duration.ofHours(1);
  boolean withoutKey;
  InstantSource clock = InstantSource.system();

  private @Nullable Codec<I> input;
  private @Nullable Codec<?> result;
  private @Nullable Function<? super I, @Nullable String> key;
  private @Nullable JsonPointer pointer;
  private @Nullable Function<? super I, @Nullable String> json;
  private boolean verifying;
  private @Nullable Function<? super I, @Nullable String> verified;

  IdempotentBuilder(IdempotencyStore store, String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "A name has between 1 and " + LONGEST_NAME + " characters, not " + name.length());
    }
    this.store = Objects.requireNonNull(store);
    this.name = name;
  }

  /**
   * Takes the key from a function: what is equal in duplicates and different in all else, such as
   * an order's number. Null or empty is none.
   */
  public IdempotentBuilder<I, O> keyedBy(Function<? super I, @Nullable String> key) {
    this.key = key;
    pointer = null;
    return this;
  }

  /**
   * Takes the key from a place in the JSON of what the work is about, as its codec writes it; give
   * its type with {@link #input}.
   *
   * @param pointer such as {@code /detail/id} (RFC 6901). A string and a number of the same text
   *     are the same key; an object or array counts as a whole, whatever the order of its members
   */
  public IdempotentBuilder<I, O> keyedByPointer(String pointer) {
    this.pointer = new JsonPointer(pointer);
    json = null;
    key = null;
    return this;
  }

  /**
   * Takes the key from a place in JSON that is given as text.
   *
   * @param json the text, such as {@code SQSMessage::getBody}
   */
  public IdempotentBuilder<I, O> keyedByPointer(
      String pointer, Function<? super I, @Nullable String> json) {
    this.pointer = new JsonPointer(pointer);
    this.json = json;
    key = null;
    return this;
  }

  /** Does work without a key each time, rather than throw an {@link IdempotencyKeyException}. */
  public IdempotentBuilder<I, O> withoutKey() {
    withoutKey = true;
    return this;
  }

  /**
   * Refuses a payload whose JSON is not the one that came with the same key first; white space and
   * the order of members do not count. Its type is given with {@link #input}. Not for envelopes
   * that differ from delivery to delivery, as an SQS message does.
   */
  public IdempotentBuilder<I, O> verifyingPayload() {
    verifying = true;
    verified = null;
    return this;
  }

  /** Refuses a payload of which this part is not what came with the same key first. */
  public IdempotentBuilder<I, O> verifying(Function<? super I, @Nullable String> part) {
    verified = part;
    verifying = false;
    return this;
  }

  /**
   * How long work that is done stays known; an hour if it is not given.
   *
   * @throws IllegalArgumentException if it is not positive, or longer than 36,500 days: a time that
   *     no store can keep would be found out after the work only, and then each time
   */
  public IdempotentBuilder<I, O> expiresAfter(Duration time) {
    if (!time.isPositive() || time.compareTo(LONGEST_EXPIRY) > 0) {
      throw new IllegalArgumentException(
          "Work must stay known for some time, of " + LONGEST_EXPIRY.toDays() + " days at most");
    }
    expiresAfter = time;
    return this;
  }

  /** The type of what the work is about; needed for its JSON only. */
  public IdempotentBuilder<I, O> input(Class<I> type) {
    return input(Json.codec(type));
  }

  /** The same with a codec at hand, as for a generic type. */
  public IdempotentBuilder<I, O> input(Codec<I> codec) {
    input = codec;
    return this;
  }

  /**
   * The type of the result: one with a codec, {@link Void} for none, {@link String}, {@link
   * Boolean}, {@link Integer}, {@link Long} or {@link Double}.
   *
   * @throws IllegalArgumentException if it has no codec
   */
  public <T extends O> IdempotentBuilder<I, O> result(Class<T> type) {
    result = PlainResults.codec(type);
    return this;
  }

  /** The same with a codec at hand, as for a generic type. */
  public <T extends O> IdempotentBuilder<I, O> result(Codec<T> codec) {
    result = codec;
    return this;
  }

  /** The time of this execution environment; for unit tests. */
  public IdempotentBuilder<I, O> clock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Builds it, as a rule in the init phase.
   *
   * @throws IllegalStateException if a key or a type is missing
   */
  public Idempotent<I, O> build() {
    if (result == null) {
      throw new IllegalStateException("Name the type of the result: result(Void.class) if none");
    }
    return new Idempotent<>(this, key(), payload(), result);
  }

  private Function<? super I, @Nullable String> key() {
    if (pointer != null) {
      return new Payload.Pointed<>(pointer, json == null ? written() : new Payload.Text<>(json));
    }
    if (key == null) {
      throw new IllegalStateException("Say what tells duplicates: keyedBy or keyedByPointer");
    }
    return key;
  }

  private @Nullable Function<I, byte @Nullable []> payload() {
    if (verified != null) {
      return new Payload.Text<>(verified);
    }
    return verifying ? new Payload.Canonical<>(written()) : null;
  }

  private Function<I, byte @Nullable []> written() {
    if (input == null) {
      throw new IllegalStateException("Name the type of the payload whose JSON is meant: input");
    }
    return new Payload.Written<>(input);
  }
}
