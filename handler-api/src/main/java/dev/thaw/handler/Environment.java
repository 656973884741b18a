package dev.thaw.handler;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables of a function, typed.
 *
 * <p>In the init phase a look-up that fails does not throw: it answers with an empty value ({@code
 * ""}, 0, false, {@link Duration#ZERO}, the empty {@link URI}, an enum's first constant) and the
 * constructor goes on, so that <em>one</em> init error names every variable that is missing or
 * malformed. The runtime fails the init phase as soon as the constructor returns or throws. After
 * that, and in an environment made by {@link #of} for a unit test, such a look-up throws at once.
 *
 * <p>No value ever appears in an error: variables hold secrets.
 */
public final class Environment {
  private static final String TRAINING = "THAW_TRAINING";

  private final Map<String, String> variables;
  private final List<String> problems = new ArrayList<>();
  private boolean collecting;

  private Environment(Map<String, String> variables, boolean collecting) {
    this.variables = variables;
    this.collecting = collecting;
  }

  /**
   * An environment of the given variables, for unit tests: a look-up that fails throws.
   *
   * @param variables names and values; copied
   */
  public static Environment of(Map<String, String> variables) {
    return new Environment(Map.copyOf(variables), false);
  }

  /**
   * The environment of an init phase: look-ups that fail are collected until {@link #check}.
   *
   * @param variables names and values, not copied: {@link System#getenv()}
   */
  public static Environment collecting(Map<String, String> variables) {
    return new Environment(variables, true);
  }

  /**
   * Ends the init phase: from here on look-ups that fail throw.
   *
   * @throws EnvironmentException naming every look-up that has failed so far
   */
  public void check() {
    collecting = false;
    if (!problems.isEmpty()) {
      throw new EnvironmentException(problems);
    }
  }

  /** Whether the function runs only to train its cache: what it does now must have no effect. */
  public boolean training() {
    return variables.containsKey(TRAINING);
  }

  /**
   * The value of a variable.
   *
   * @return null if it is not set; empty if it is set to nothing
   */
  public @Nullable String get(String name) {
    return variables.get(name);
  }

  /** The value of a variable, or the given one if it is not set. */
  public String get(String name, String otherwise) {
    String value = variables.get(name);
    return value == null ? otherwise : value;
  }

  /** The value of a variable that must be set, and not to nothing. */
  public String require(String name) {
    String value = variables.get(name);
    if (value == null || value.isEmpty()) {
      return problem(name + (value == null ? " is not set" : " is empty"), "");
    }
    return value;
  }

  /** A whole number, or the given one if the variable is not set. */
  public int getInt(String name, int otherwise) {
    return variables.containsKey(name) ? requireInt(name) : otherwise;
  }

  /** A whole number. */
  public int requireInt(String name) {
    long value = requireLong(name);
    return value == (int) value
        ? (int) value
        : problem(name + " is not between -2147483648 and 2147483647", 0);
  }

  /** A whole number, or the given one if the variable is not set. */
  public long getLong(String name, long otherwise) {
    return variables.containsKey(name) ? requireLong(name) : otherwise;
  }

  /** A whole number. */
  public long requireLong(String name) {
    String value = require(name);
    if (value.isEmpty()) {
      return 0;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      return problem(name + " is not a whole number", 0L);
    }
  }

  /** {@code true} or {@code false}, or the given one if the variable is not set. */
  public boolean getBoolean(String name, boolean otherwise) {
    return variables.containsKey(name) ? requireBoolean(name) : otherwise;
  }

  /** {@code true} or {@code false}, in any case. */
  public boolean requireBoolean(String name) {
    String value = require(name);
    if (value.isEmpty() || value.equalsIgnoreCase("false")) {
      return false;
    }
    return value.equalsIgnoreCase("true") || problem(name + " is neither true nor false", false);
  }

  /** A duration such as {@code PT30S} (ISO 8601), or the given one if the variable is not set. */
  public Duration getDuration(String name, Duration otherwise) {
    return variables.containsKey(name) ? requireDuration(name) : otherwise;
  }

  /** A duration such as {@code PT30S} (ISO 8601). */
  public Duration requireDuration(String name) {
    String value = require(name);
    if (value.isEmpty()) {
      return Duration.ZERO;
    }
    try {
      return Duration.parse(value);
    } catch (DateTimeException e) {
      return problem(name + " is not a duration such as PT30S", Duration.ZERO);
    }
  }

  /** A URI, or the given one if the variable is not set. */
  public URI getUri(String name, URI otherwise) {
    return variables.containsKey(name) ? requireUri(name) : otherwise;
  }

  /** A URI. */
  public URI requireUri(String name) {
    try {
      return URI.create(require(name));
    } catch (IllegalArgumentException e) {
      return problem(name + " is not a URI", URI.create(""));
    }
  }

  /** One of an enum's constants, by name, or the given one if the variable is not set. */
  public <E extends Enum<E>> E getEnum(String name, E otherwise) {
    return variables.containsKey(name)
        ? requireEnum(name, otherwise.getDeclaringClass())
        : otherwise;
  }

  /** One of an enum's constants, by name. */
  public <E extends Enum<E>> E requireEnum(String name, Class<E> type) {
    E[] constants = type.getEnumConstants();
    String value = require(name);
    for (E constant : constants) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    return value.isEmpty()
        ? constants[0]
        : problem(name + " is none of " + List.of(constants), constants[0]);
  }

  private <T> T problem(String problem, T placeholder) {
    if (!collecting) {
      throw new EnvironmentException(List.of(problem));
    }
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
    return placeholder;
  }
}
