package dev.thaw.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Numbers: their syntax and their values. */
final class JsonNumbers {
  private static final int MAX_DIGITS = 1000;

  /** The powers of ten that a double holds exactly. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private JsonNumbers() {}

  /** Checks the number expected at {@code from} and returns where it ends. */
  static int skip(JsonReader in, byte[] json, int from, int end) {
    if (from == end || (json[from] != '-' && (json[from] < '0' || json[from] > '9'))) {
      throw in.expected("a number", from);
    }
    int whole = json[from] == '-' ? from + 1 : from;
    int p = digits(in, json, whole, end);
    if (json[whole] == '0' && p > whole + 1) {
      throw in.problem("Expected a number without leading zeros", whole);
    }
    int count = p - whole;
    if (p < end && json[p] == '.') {
      int fraction = p + 1;
      p = digits(in, json, fraction, end);
      count += p - fraction;
    }
    if (p < end && (json[p] == 'e' || json[p] == 'E')) {
      int exponent = p + 1;
      if (exponent < end && (json[exponent] == '-' || json[exponent] == '+')) {
        exponent++;
      }
      p = digits(in, json, exponent, end);
      count += p - exponent;
    }
    if (count > MAX_DIGITS) {
      throw in.problem("Number longer than " + MAX_DIGITS + " digits", from);
    }
    return p;
  }

  /** Where the digits end of which there must be at least one at {@code from}. */
  private static int digits(JsonReader in, byte[] json, int from, int end) {
    int p = from;
    while (p < end && json[p] >= '0' && json[p] <= '9') {
      p++;
    }
    if (p == from) {
      throw in.expected("a digit", from);
    }
    return p;
  }

  /** The value of an integer that is not below {@code min} and not above its complement. */
  static long integer(JsonReader in, byte[] json, int from, int to, long min) {
    boolean negative = json[from] == '-';
    // Summed up below zero, where one more value fits than above.
    long value = 0;
    for (int p = negative ? from + 1 : from; p < to; p++) {
      int digit = json[p] - '0';
      if (digit < 0 || digit > 9) {
        throw in.problem("Expected an integer but found a fraction or an exponent", from);
      }
      if (value < (min + digit) / 10) {
        throw outOfRange(in, from, min);
      }
      value = value * 10 - digit;
    }
    if (!negative && value == min) {
      throw outOfRange(in, from, min);
    }
    return negative ? value : -value;
  }

  /** The same of a number whose fraction is cut off. */
  static long whole(JsonReader in, byte[] json, int from, int to, long min) {
    for (int p = from + 1; p < to; p++) {
      if (json[p] < '0' || json[p] > '9') {
        BigDecimal value = decimal(in, json, from, to);
        if (value.compareTo(BigDecimal.valueOf(min)) < 0
            || value.compareTo(BigDecimal.valueOf(~min).add(BigDecimal.ONE)) >= 0) {
          throw outOfRange(in, from, min);
        }
        return value.longValue();
      }
    }
    return integer(in, json, from, to, min);
  }

  private static JsonException outOfRange(JsonReader in, int from, long min) {
    String type = min == Long.MIN_VALUE ? "a long" : "an int";
    if (min > Integer.MIN_VALUE) {
      type = min == Short.MIN_VALUE ? "a short" : "a byte";
    }
    return in.problem("Expected " + type + " but found a number out of its range", from);
  }

  /** All its digits. No other number may touch BigDecimal, which is slow to initialize. */
  static BigDecimal decimal(JsonReader in, byte[] json, int from, int to) {
    try {
      return new BigDecimal(new String(json, from, to - from, StandardCharsets.ISO_8859_1));
    } catch (NumberFormatException e) {
      throw in.problem("Expected a decimal but found a number out of its range", from);
    }
  }

  /** The nearest double; infinite where a double cannot hold it, as Jackson has it. */
  static double doubleValue(byte[] json, int from, int to) {
    // Digits below 2^53 and one exact power of ten: a single rounding, hence the nearest double.
    int p = json[from] == '-' ? from + 1 : from;
    long digits = 0;
    int fraction = 0;
    boolean point = false;
    while (p < to && digits < 1L << 49) {
      int b = json[p];
      if (b == '.') {
        point = true;
      } else if (b >= '0' && b <= '9') {
        digits = digits * 10 + (b - '0');
        fraction += point ? 1 : 0;
      } else {
        break;
      }
      p++;
    }
    if (p < to || fraction >= POWERS.length) {
      return Double.parseDouble(new String(json, from, to - from, StandardCharsets.ISO_8859_1));
    }
    boolean negative = json[from] == '-';
    if (!point) {
      // Not -0.0 for -0: an integer has no negative zero, with Jackson neither.
      return negative ? -digits : digits;
    }
    double value = digits / POWERS[fraction];
    return negative ? -value : value;
  }
}
