package dev.thaw.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  /** Stands for a secret: must never be seen in a message. */
  private static final String SECRET = "s3cr:et %";

  private static final Environment GOOD =
      Environment.of(
          Map.ofEntries(
              Map.entry("TEXT", "stöck"),
              Map.entry("EMPTY", ""),
              Map.entry("INT", "-2147483648"),
              Map.entry("LONG", "9223372036854775807"),
              Map.entry("YES", "True"),
              Map.entry("NO", "FALSE"),
              Map.entry("DURATION", "PT1M30S"),
              Map.entry("URI", "https://example.com/a?b=c"),
              Map.entry("ENUM", "MINUTES")));

  @Test
  void valuesThatAreThere() {
    assertThat(GOOD.get("TEXT")).isEqualTo("stöck");
    assertThat(GOOD.get("TEXT", "other")).isEqualTo("stöck");
    assertThat(GOOD.require("TEXT")).isEqualTo("stöck");
    assertThat(GOOD.getInt("INT", 1)).isEqualTo(Integer.MIN_VALUE);
    assertThat(GOOD.requireInt("INT")).isEqualTo(Integer.MIN_VALUE);
    assertThat(GOOD.getLong("LONG", 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(GOOD.requireLong("LONG")).isEqualTo(Long.MAX_VALUE);
    assertThat(GOOD.getBoolean("YES", false)).isTrue();
    assertThat(GOOD.requireBoolean("YES")).isTrue();
    assertThat(GOOD.getBoolean("NO", true)).isFalse();
    assertThat(GOOD.requireBoolean("NO")).isFalse();
    assertThat(GOOD.getDuration("DURATION", Duration.ZERO)).isEqualTo(Duration.ofSeconds(90));
    assertThat(GOOD.requireDuration("DURATION")).isEqualTo(Duration.ofSeconds(90));
    assertThat(GOOD.getUri("URI", URI.create("x:y")).getHost()).isEqualTo("example.com");
    assertThat(GOOD.requireUri("URI")).isEqualTo(URI.create("https://example.com/a?b=c"));
    assertThat(GOOD.getEnum("ENUM", TimeUnit.DAYS)).isEqualTo(TimeUnit.MINUTES);
    assertThat(GOOD.requireEnum("ENUM", TimeUnit.class)).isEqualTo(TimeUnit.MINUTES);
  }

  @Test
  void valuesThatAreNotThereHaveADefault() {
    assertThat(GOOD.get("GONE")).isNull();
    assertThat(GOOD.get("GONE", "other")).isEqualTo("other");
    assertThat(GOOD.get("EMPTY")).isEmpty();
    assertThat(GOOD.get("EMPTY", "other")).isEmpty();
    assertThat(GOOD.getInt("GONE", 5)).isEqualTo(5);
    assertThat(GOOD.getLong("GONE", 6)).isEqualTo(6);
    assertThat(GOOD.getBoolean("GONE", true)).isTrue();
    assertThat(GOOD.getDuration("GONE", Duration.ofDays(1))).isEqualTo(Duration.ofDays(1));
    assertThat(GOOD.getUri("GONE", URI.create("x:y"))).isEqualTo(URI.create("x:y"));
    assertThat(GOOD.getEnum("GONE", TimeUnit.DAYS)).isEqualTo(TimeUnit.DAYS);
  }

  static List<Consumer<Environment>> typedLookups() {
    return List.of(
        environment -> environment.requireInt("BAD"),
        environment -> environment.getInt("BAD", 1),
        environment -> environment.requireLong("BAD"),
        environment -> environment.getLong("BAD", 1),
        environment -> environment.requireBoolean("BAD"),
        environment -> environment.getBoolean("BAD", true),
        environment -> environment.requireDuration("BAD"),
        environment -> environment.getDuration("BAD", Duration.ZERO),
        environment -> environment.requireUri("BAD"),
        environment -> environment.getUri("BAD", URI.create("x:y")),
        environment -> environment.requireEnum("BAD", TimeUnit.class),
        environment -> environment.getEnum("BAD", TimeUnit.DAYS));
  }

  @ParameterizedTest
  @MethodSource("typedLookups")
  void malformedValuesAreNamedButNotShown(Consumer<Environment> lookup) {
    Environment immediate = Environment.of(Map.of("BAD", SECRET));
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(() -> lookup.accept(immediate))
        .withMessageContaining("BAD is n")
        .satisfies(EnvironmentTest::showsNoValue);

    Environment collecting = Environment.collecting(Map.of("BAD", SECRET));
    assertThatCode(() -> lookup.accept(collecting)).doesNotThrowAnyException();
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(collecting::check)
        .withMessageContaining("BAD is n")
        .satisfies(EnvironmentTest::showsNoValue);
  }

  /** Nor may a cause show it, since causes are reported and logged too. */
  private static void showsNoValue(Throwable error) {
    for (Throwable shown = error; shown != null; shown = shown.getCause()) {
      assertThat(shown.toString()).doesNotContain("s3cr");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GONE"})
  void requiredValuesThatAreMissingOrEmpty(String name) {
    Environment environment =
        name.isEmpty() ? Environment.of(Map.of("GONE", "")) : Environment.of(Map.of());
    String message = name.isEmpty() ? "GONE is empty" : "GONE is not set";
    List<Consumer<Environment>> lookups =
        List.of(
            e -> e.require("GONE"),
            e -> e.requireInt("GONE"),
            e -> e.requireLong("GONE"),
            e -> e.requireBoolean("GONE"),
            e -> e.requireDuration("GONE"),
            e -> e.requireUri("GONE"),
            e -> e.requireEnum("GONE", TimeUnit.class));
    for (Consumer<Environment> lookup : lookups) {
      assertThatExceptionOfType(EnvironmentException.class)
          .isThrownBy(() -> lookup.accept(environment))
          .withMessageContaining(message);
    }
  }

  @Test
  void numbersOutOfRange() {
    Environment environment =
        Environment.of(Map.of("INT", "2147483648", "LONG", "9223372036854775808"));
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(() -> environment.requireInt("INT"))
        .withMessageContaining("INT is not between");
    assertThat(environment.requireLong("INT")).isEqualTo(2_147_483_648L);
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(() -> environment.requireLong("LONG"));
  }

  @Test
  void enumsSayWhatThereIs() {
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(
            () -> Environment.of(Map.of("UNIT", "minutes")).requireEnum("UNIT", TimeUnit.class))
        .withMessageContaining("MINUTES")
        .withMessageContaining("DAYS");
  }

  @Test
  void allProblemsComeInOneMessageEachOnce() {
    Environment environment = Environment.collecting(Map.of("SIZE", SECRET, "EMPTY", ""));
    assertThat(environment.require("TABLE")).isEmpty();
    assertThat(environment.require("TABLE")).isEmpty();
    assertThat(environment.requireInt("SIZE")).isZero();
    assertThat(environment.requireBoolean("FAST")).isFalse();
    assertThat(environment.requireDuration("WAIT")).isZero();
    assertThat(environment.requireUri("QUEUE").toString()).isEmpty();
    assertThat(environment.requireEnum("UNIT", TimeUnit.class)).isEqualTo(TimeUnit.NANOSECONDS);
    assertThat(environment.require("EMPTY")).isEmpty();
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(environment::check)
        .satisfies(
            error ->
                assertThat(error.problems())
                    .containsExactly(
                        "TABLE is not set",
                        "SIZE is not a whole number",
                        "FAST is not set",
                        "WAIT is not set",
                        "QUEUE is not set",
                        "UNIT is not set",
                        "EMPTY is empty"))
        .satisfies(error -> assertThat(error.getMessage()).contains(error.problems()))
        .satisfies(EnvironmentTest::showsNoValue);
  }

  @Test
  void afterTheCheckLookupsThatFailThrow() {
    Environment environment = Environment.collecting(Map.of("TABLE", "orders"));
    environment.check();
    assertThat(environment.require("TABLE")).isEqualTo("orders");
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(() -> environment.require("GONE"))
        .withMessageContaining("GONE");
  }

  @Test
  void training() {
    assertThat(Environment.of(Map.of("THAW_TRAINING", "")).training()).isTrue();
    assertThat(Environment.of(Map.of()).training()).isFalse();
  }

  @Test
  void copiesTheVariablesOfAUnitTest() {
    Map<String, String> variables = new HashMap<>(Map.of("TABLE", "orders"));
    Environment environment = Environment.of(variables);
    variables.put("TABLE", "changed");
    assertThat(environment.require("TABLE")).isEqualTo("orders");
  }
}
