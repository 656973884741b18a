package dev.thaw.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the command line of {@code thaw-train}.
 *
 * @param handler the handler setting
 * @param eventFiles files with events; none for built-in samples
 * @param strict whether an event that fails fails the training
 * @param network whether the function may reach the network
 * @param seconds how long the init phase and each event may take
 * @param environment variables of the function while it trains
 * @param layers zips of the layers that the function has, in their order; none for this very one
 * @param function the function's zip, into which the cache goes; null if it is a folder
 */
record TrainingOptions(
    String handler,
    List<String> eventFiles,
    boolean strict,
    boolean network,
    int seconds,
    Map<String, String> environment,
    List<Path> layers,
    @Nullable Path function) {

  /**
   * Reads a command line.
   *
   * @throws TrainingException if it cannot be understood; the message says what is wrong with it
   */
  static TrainingOptions parse(List<String> arguments) throws TrainingException {
    boolean strict = false;
    boolean network = false;
    int seconds = TrainingRun.SECONDS;
    Map<String, String> environment = new LinkedHashMap<>();
    List<Path> layers = new ArrayList<>();
    Path function = null;
    int next = 0;
    while (next < arguments.size() && arguments.get(next).startsWith("-")) {
      String option = arguments.get(next++);
      switch (option) {
        case "--strict" -> strict = true;
        case "--network" -> network = true;
        case "--timeout" -> seconds = seconds(value(option, arguments, next++));
        case "--env" -> addVariable(value(option, arguments, next++), environment);
        case "--layer" -> layers.add(Path.of(value(option, arguments, next++)));
        case "--function" -> function = Path.of(value(option, arguments, next++));
        default -> throw new TrainingException("There is no option " + option);
      }
    }
    if (next == arguments.size()) {
      throw new TrainingException("The handler setting is missing");
    }
    if (function == null && !layers.isEmpty()) {
      throw new TrainingException("--layer wants --function, whose layer it is");
    }
    List<String> rest = arguments.subList(next, arguments.size());
    return new TrainingOptions(
        rest.getFirst(),
        List.copyOf(rest.subList(1, rest.size())),
        strict,
        network,
        seconds,
        Map.copyOf(environment),
        List.copyOf(layers),
        function);
  }

  private static void addVariable(String setting, Map<String, String> environment)
      throws TrainingException {
    int equals = setting.indexOf('=');
    if (equals < 1) {
      throw new TrainingException("--env wants NAME=VALUE, not " + setting);
    }
    String name = setting.substring(0, equals);
    if (TrainingEnvironment.isRuntimesOwn(name)) {
      throw new TrainingException("--env cannot set " + name + ", which the training sets itself");
    }
    environment.put(name, setting.substring(equals + 1));
  }

  private static int seconds(String text) throws TrainingException {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new TrainingException("--timeout wants seconds, 1 to 9999, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static String value(String option, List<String> arguments, int at)
      throws TrainingException {
    if (at >= arguments.size()) {
      throw new TrainingException(option + " wants a value");
    }
    return arguments.get(at);
  }
}
