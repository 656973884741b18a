package dev.thaw.runtime;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A {@link System.Logger} on the function's log. Where the function sets no level it is INFO, as
 * without Thaw: the JDK has loggers of its own, and they are talkative.
 */
final class SystemLogger implements System.Logger {
  private static final int TRACE = 1;
  private static final int DEBUG = 2;
  private static final int INFO = 3;
  private static final int WARN = 4;
  private static final int ERROR = 5;

  private final String name;

  SystemLogger(String name) {
    this.name = name;
  }

  /** Null while a native executable is built, which the JDK's loggers become part of. */
  private static @Nullable FunctionLog log() {
    return building() ? null : FunctionLog.PROCESS;
  }

  /** An executable has another method here. */
  private static boolean building() {
    return System.getProperty("org.graalvm.nativeimage.imagecode") != null;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean isLoggable(Level level) {
    FunctionLog log = log();
    return log != null && isLoggable(level, log);
  }

  private static boolean isLoggable(Level level, FunctionLog log) {
    int minimum = log.minimum() == 0 ? INFO : log.minimum();
    return level != Level.OFF && ordinal(level) >= minimum;
  }

  private static int ordinal(Level level) {
    return switch (level) {
      case ALL, TRACE -> TRACE;
      case DEBUG -> DEBUG;
      case INFO -> INFO;
      case WARNING -> WARN;
      case ERROR, OFF -> ERROR;
    };
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    FunctionLog log = log();
    if (log == null || !isLoggable(level, log)) {
      return;
    }
    if (thrown == null) {
      log.log(localized(bundle, message), ordinal(level));
    } else {
      log.log(localized(bundle, message), ordinal(level), thrown);
    }
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... parameters) {
    FunctionLog log = log();
    if (log != null && isLoggable(level, log)) {
      log.log(formatted(localized(bundle, format), parameters), ordinal(level));
    }
  }

  private static @Nullable String localized(@Nullable ResourceBundle bundle, @Nullable String key) {
    if (bundle == null || key == null) {
      return key;
    }
    try {
      return bundle.getString(key);
    } catch (MissingResourceException | ClassCastException e) {
      return key; // the message is better than none
    }
  }

  private static @Nullable String formatted(
      @Nullable String format, @Nullable Object @Nullable [] parameters) {
    if (format == null || parameters == null || parameters.length == 0 || format.indexOf('{') < 0) {
      return format;
    }
    try {
      return MessageFormat.format(format, parameters);
    } catch (IllegalArgumentException e) {
      return format;
    }
  }
}
