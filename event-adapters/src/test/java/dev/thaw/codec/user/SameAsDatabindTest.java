package dev.thaw.codec.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import dev.thaw.codec.JsonException;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** On whatever value and whatever document: the results of databind on the same type. */
final class SameAsDatabindTest {
  private static final int TRIES = 800;

  @Provide
  Arbitrary<Class<?>> types() {
    return Arbitraries.of(UserTypes.ALL);
  }

  @Property(tries = TRIES)
  void writesTheSame(@ForAll("types") Class<?> type, @ForAll long seed) {
    Object value = new RandomValues(new Random(seed)).of(type);
    String ours = write(type, value);
    String theirs = new String(Databind.write(type, value), UTF_8);
    assertThat(Trees.comparable(ours.getBytes(UTF_8)))
        .as("%s%n%s%n%s", value, ours, theirs)
        .isEqualTo(Trees.comparable(theirs.getBytes(UTF_8)));
  }

  @Property(tries = TRIES)
  void readsTheSame(@ForAll("types") Class<?> type, @ForAll long seed) {
    Object value = new RandomValues(new Random(seed)).of(type);
    byte[] json = Databind.write(type, value);
    compare(type, json);
  }

  @Property(tries = TRIES * 3)
  void readsTheSameOfOtherValues(@ForAll("types") Class<?> type, @ForAll long seed) {
    Random random = new Random(seed);
    byte[] json = Databind.write(type, new RandomValues(random).of(type));
    compare(type, Trees.changed(json, random));
  }

  @Property(tries = TRIES)
  void refusesTheSame(@ForAll("types") Class<?> type, @ForAll long seed) {
    Random random = new Random(seed);
    byte[] json = Databind.write(type, new RandomValues(random).of(type));
    compare(type, Trees.broken(json, random));
  }

  /** What came of reading: a value or a failure. */
  private record Result(@Nullable Object seen, @Nullable RuntimeException failure) {}

  private static void compare(Class<?> type, byte[] json) {
    Result theirs = databind(type, json);
    Result ours = thaw(type, json);
    if (Differences.areMeant(new String(json, UTF_8), ours.failure(), theirs.failure())) {
      return;
    }
    String what = type.getSimpleName() + " " + new String(json, UTF_8);
    if (theirs.failure() == null && ours.failure() != null) {
      throw new AssertionError(what + ": only ours refuses it", ours.failure());
    }
    if (theirs.failure() != null && ours.failure() == null) {
      throw new AssertionError(what + ": only databind refuses it", theirs.failure());
    }
    assertThat(ours.seen()).as(what).isEqualTo(theirs.seen());
  }

  private static Result databind(Class<?> type, byte[] json) {
    try {
      return new Result(Seen.of(Databind.read(type, json)), null);
    } catch (RuntimeException e) {
      return new Result(null, e);
    }
  }

  private static Result thaw(Class<?> type, byte[] json) {
    try {
      return new Result(Seen.of(Json.read(json, type)), null);
    } catch (JsonException e) {
      return new Result(null, e);
    }
  }

  @SuppressWarnings("unchecked") // the codec of the value's class
  private static String write(Class<?> type, Object value) {
    Codec<Object> codec = (Codec<Object>) Objects.requireNonNull(Json.find(type));
    return new String(Json.write(value, codec), UTF_8);
  }
}
