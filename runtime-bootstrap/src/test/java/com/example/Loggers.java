package com.example;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.util.ListResourceBundle;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs by what is not handed to it. */
public final class Loggers implements Handler<String, String> {
  private static final LambdaLogger LOG = LambdaRuntime.getLogger();

  /** Logs that it is built. */
  public Loggers() {
    LOG.log("Built", LogLevel.INFO);
  }

  @Override
  public String handle(String event, Invocation invocation) {
    switch (event) {
      case "runtime" -> {
        LOG.log("of AWS's", LogLevel.WARN);
        LOG.log("without a level");
        LOG.log("details", LogLevel.DEBUG);
      }
      case "system" -> system(System.getLogger("orders"));
      case "java.util" -> {
        Logger logger = Logger.getLogger("orders");
        logger.log(Level.WARNING, "of java.util");
        logger.log(Level.FINE, "details of java.util");
      }
      default -> {}
    }
    return "";
  }

  private static void system(System.Logger logger) {
    for (System.Logger.Level level : System.Logger.Level.values()) {
      logger.log(level, "at " + level);
    }
    logger.log(System.Logger.Level.INFO, "{0} and {1}", "one", "two");
    logger.log(System.Logger.Level.INFO, "{ {0}", "malformed");
    logger.log(System.Logger.Level.INFO, Words.BUNDLE, "greeting", "Ada");
    logger.log(System.Logger.Level.INFO, (String) null);
    logger.log(System.Logger.Level.ERROR, "failed", new IllegalStateException("As asked"));
  }

  /** Public, as those that a native executable can hold. */
  public static final class Words extends ListResourceBundle {
    static final Words BUNDLE = new Words();

    @Override
    protected Object[][] getContents() {
      return new Object[][] {{"greeting", "Hello {0}"}};
    }
  }
}
