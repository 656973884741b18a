package com.example;

import dev.thaw.handler.Invocation;

/** What only Thaw calls. */
public final class ThawMethods {
  public String pojoAndInvocation(MethodsBase.Point point, Invocation invocation) {
    return point.x + " " + invocation.getFunctionName();
  }
}
