package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** As a function for AWS's managed runtime that logs by Log4j. */
public final class LogsByLog4j implements RequestHandler<String, String> {
  private static final Logger LOG = LogManager.getLogger(LogsByLog4j.class);

  /** Logs that it is built. */
  public LogsByLog4j() {
    LOG.info("Built");
  }

  @Override
  public String handleRequest(String event, Context context) {
    LOG.debug("Details of {}", event);
    LOG.error("Error of {}", event);
    return event;
  }
}
