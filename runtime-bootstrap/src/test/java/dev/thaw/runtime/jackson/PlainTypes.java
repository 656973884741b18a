package dev.thaw.runtime.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types as functions have them: beans, for AWS's mapper knows no records. */
@SuppressWarnings("NullableOptional") // absent is what an Optional must not be
final class PlainTypes {
  private PlainTypes() {}

  enum Colour {
    RED("rouge"),
    GREEN("vert");

    private final String french;

    Colour(String french) {
      this.french = french;
    }

    @Override
    public String toString() {
      return french;
    }
  }

  /** One property of each kind. */
  public static class Everything {
    public @Nullable String text;
    public int number;
    public @Nullable Long boxed;
    public boolean flag;
    public double fraction;
    public char letter = 'a';
    public @Nullable Colour colour;
    public @Nullable List<String> texts;
    public @Nullable Set<Integer> numbers;
    public @Nullable Map<String, Item> items;
    public @Nullable Map<Colour, List<Integer>> byColour;
    public @Nullable Map<Integer, String> byNumber;
    public byte @Nullable [] bytes;
    public int @Nullable [] ints;
    public @Nullable Item item;
    public @Nullable Optional<String> maybe;
    public @Nullable OptionalInt maybeNumber;
    public @Nullable BigDecimal exact;
    public @Nullable BigInteger big;
    public @Nullable Object any;
    public @Nullable UUID id;
    public @Nullable URI uri;
    public @Nullable Locale locale;
  }

  /** Times of all kinds. */
  public static class Times {
    public @Nullable Date date;
    public @Nullable Instant instant;
    public @Nullable LocalDate day;
    public @Nullable LocalDateTime local;
    public @Nullable OffsetDateTime offset;
    public @Nullable ZonedDateTime zoned;
    public @Nullable Duration duration;
    public @Nullable Period period;
    public @Nullable Month month;
    public @Nullable YearMonth yearMonth;
  }

  /** Getters and setters, of odd names too. */
  public static class Item {
    private @Nullable String name;
    private int count = 7;
    private final List<String> tags = new ArrayList<>();
    private boolean active;
    private @Nullable String url;
    private final String fixed = "fixed";

    public @Nullable String getName() {
      return name;
    }

    public void setName(@Nullable String name) {
      this.name = name;
    }

    public int getCount() {
      return count;
    }

    public void setCount(int count) {
      this.count = count;
    }

    /** Without a setter. */
    public List<String> getTags() {
      return tags;
    }

    public boolean isActive() {
      return active;
    }

    public void setActive(boolean active) {
      this.active = active;
    }

    public @Nullable String getURL() {
      return url;
    }

    public void setURL(@Nullable String url) {
      this.url = url;
    }

    public String getFixed() {
      return fixed;
    }
  }

  /** Public fields that are final, and a field that is private without any accessor. */
  public static class Fields {
    public final String fixed;
    private int hidden = 3;
    public transient int passing = 4;

    public Fields() {
      fixed = "initial".concat("");
    }

    int hidden() {
      return hidden;
    }
  }

  public static class Generic<T> {
    public @Nullable T value;
    public @Nullable List<T> more;
  }

  public static class Empty {}

  public record Pair(int left, String right) {}

  /** No constructor without parameters. */
  public static class FromText {
    public final String text;

    public FromText(String text) {
      this.text = text;
    }
  }

  public abstract static class Abstract {
    public int number;
  }

  public static class Outer {
    public @Nullable Colour first;
    public @Nullable String second;
    public int Third;

    public void setFourth(String ignored) {}

    public int getAnswer() {
      return 42;
    }
  }
}
