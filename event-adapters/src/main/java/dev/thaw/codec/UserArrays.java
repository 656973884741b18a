package dev.thaw.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Arrays of primitive types; bytes are base64 and characters one text, as databind has them. */
public final class UserArrays {
  private UserArrays() {}

  /** Base64, or an array of numbers. Null if it is null. */
  public static byte @Nullable [] bytes(JsonReader in) {
    if (in.peek() == '"') {
      return in.nextBase64();
    }
    if (in.nextNull()) {
      return null;
    }
    byte[] values = new byte[16];
    int size = 0;
    boolean array = UserValues.beginArray(in);
    while (array ? in.nextElement() : size == 0) {
      values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
      values[size++] = UserNumbers.byteValue(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes base64. */
  public static void write(JsonWriter out, byte[] values) {
    out.base64(values);
  }

  /** A text, or an array of texts. Null if it is null. */
  public static char @Nullable [] chars(JsonReader in) {
    if (in.nextNull()) {
      return null;
    }
    if (!UserValues.beginArray(in)) {
      return in.nextString().toCharArray();
    }
    StringBuilder values = new StringBuilder();
    while (in.nextElement()) {
      values.append(in.nextString());
    }
    return values.toString().toCharArray();
  }

  /** Writes a text. */
  public static void write(JsonWriter out, char[] values) {
    out.value(String.valueOf(values));
  }

  /** An array, or one value that stands for an array of one. Null if it is null. */
  public static int @Nullable [] ints(JsonReader in) {
    if (UserValues.nextNoArray(in)) {
      return null;
    }
    int[] values = new int[16];
    int size = 0;
    boolean array = UserValues.beginArray(in);
    while (array ? in.nextElement() : size == 0) {
      values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
      values[size++] = UserValues.intValue(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes an array. */
  public static void write(JsonWriter out, int[] values) {
    out.beginArray();
    for (int value : values) {
      out.value(value);
    }
    out.endArray();
  }

  /** An array, or one value that stands for an array of one. Null if it is null. */
  public static long @Nullable [] longs(JsonReader in) {
    if (UserValues.nextNoArray(in)) {
      return null;
    }
    long[] values = new long[16];
    int size = 0;
    boolean array = UserValues.beginArray(in);
    while (array ? in.nextElement() : size == 0) {
      values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
      values[size++] = UserValues.longValue(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes an array. */
  public static void write(JsonWriter out, long[] values) {
    out.beginArray();
    for (long value : values) {
      out.value(value);
    }
    out.endArray();
  }

  /** An array, or one value that stands for an array of one. Null if it is null. */
  public static double @Nullable [] doubles(JsonReader in) {
    if (UserValues.nextNoArray(in)) {
      return null;
    }
    double[] values = new double[16];
    int size = 0;
    boolean array = UserValues.beginArray(in);
    while (array ? in.nextElement() : size == 0) {
      values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
      values[size++] = UserValues.doubleValue(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes an array. */
  public static void write(JsonWriter out, double[] values) {
    out.beginArray();
    for (double value : values) {
      out.value(value);
    }
    out.endArray();
  }

  /** An array, or one value that stands for an array of one. Null if it is null. */
  public static boolean @Nullable [] booleans(JsonReader in) {
    if (UserValues.nextNoArray(in)) {
      return null;
    }
    boolean[] values = new boolean[16];
    int size = 0;
    boolean array = UserValues.beginArray(in);
    while (array ? in.nextElement() : size == 0) {
      values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
      values[size++] = UserValues.booleanValue(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes an array. */
  public static void write(JsonWriter out, boolean[] values) {
    out.beginArray();
    for (boolean value : values) {
      out.value(value);
    }
    out.endArray();
  }

  /** An array, or one value that stands for an array of one. Null if it is null. */
  public static short @Nullable [] shorts(JsonReader in) {
    if (UserValues.nextNoArray(in)) {
      return null;
    }
    short[] values = new short[16];
    int size = 0;
    boolean array = UserValues.beginArray(in);
    while (array ? in.nextElement() : size == 0) {
      values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
      values[size++] = UserNumbers.shortValue(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes an array. */
  public static void write(JsonWriter out, short[] values) {
    out.beginArray();
    for (short value : values) {
      out.value(value);
    }
    out.endArray();
  }

  /** An array, or one value that stands for an array of one. Null if it is null. */
  public static float @Nullable [] floats(JsonReader in) {
    if (UserValues.nextNoArray(in)) {
      return null;
    }
    float[] values = new float[16];
    int size = 0;
    boolean array = UserValues.beginArray(in);
    while (array ? in.nextElement() : size == 0) {
      values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
      values[size++] = UserNumbers.floatValue(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes an array. */
  public static void write(JsonWriter out, float[] values) {
    out.beginArray();
    for (float value : values) {
      UserNumbers.write(out, value);
    }
    out.endArray();
  }
}
