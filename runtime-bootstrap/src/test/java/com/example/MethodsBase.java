package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.List;

/** A superclass that leaves open what its methods read and write. */
public class MethodsBase<T> {
  /** As AWS's mapper wants it: it knows no records. */
  public static final class Point {
    public int x;
    public int y;

    public Point() {}

    Point(int x, int y) {
      this.x = x;
      this.y = y;
    }
  }

  public T inherited(T value) {
    return value;
  }

  public List<T> inheritedList(List<T> values, Context context) {
    return values.reversed();
  }

  public int inheritedArray(T[] values) {
    return values.length;
  }

  public String overridden(T value, Context context) {
    return "base " + value;
  }
}
