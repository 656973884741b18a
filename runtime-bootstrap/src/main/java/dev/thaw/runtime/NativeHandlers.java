package dev.thaw.runtime;

import java.util.List;

/**
 * The handlers that a native executable holds, which was built for them.
 *
 * @param settings the handler settings, as they were named to the build
 */
public record NativeHandlers(List<String> settings) {
  /** The same, in a list of their own. */
  public NativeHandlers {
    settings = List.copyOf(settings);
  }

  /**
   * Chooses one. An only one needs no name: functions on a runtime of their own often leave the
   * handler setting as it comes.
   *
   * @param setting the function's handler setting
   * @param initializationType as in {@code AWS_LAMBDA_INITIALIZATION_TYPE}
   * @throws ReflectiveOperationException if there is no such handler; the message says what to do
   */
  public String choose(String setting, String initializationType)
      throws ReflectiveOperationException {
    if (initializationType.equals("snap-start")) {
      throw new HandlerException(
          "This function has SnapStart, which takes a snapshot of a JVM, and is a native executable:"
              + " turn SnapStart off, or deploy the function for the JVM");
    }
    if (settings.contains(setting)) {
      return setting;
    }
    if (settings.size() == 1) {
      return settings.getFirst();
    }
    throw new HandlerException(
        "The handler setting \""
            + setting
            + "\" is none of the handlers that this executable was built with: "
            + String.join(", ", settings)
            + ". Name one of them, or build it anew");
  }
}
