package com.example;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** As a binding of a logging framework that a function brings. */
public final class OwnLoggerFinder extends System.LoggerFinder {
  @Override
  public System.Logger getLogger(String name, Module module) {
    return new OwnLogger(name);
  }

  private record OwnLogger(String name) implements System.Logger {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String message,
        @Nullable Throwable thrown) {
      System.out.println("own " + name + " " + message);
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String format,
        @Nullable Object... parameters) {
      System.out.println("own " + name + " " + format);
    }
  }
}
