package dev.thaw.runtime.graal;

import dev.thaw.handler.Environment;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Refuses an executable that would hold what belongs to a process: the variables of the environment
 * that it is built in, and the runtime's objects made from them. The builder shows it each object
 * that would be stored.
 */
final class EnvironmentGuard implements Function<Object, Object> {
  private static final Set<String> OF_A_PROCESS =
      Set.of(
          "dev.thaw.runtime.FunctionLog",
          "dev.thaw.runtime.RuntimeApi",
          "dev.thaw.runtime.HttpAddress");

  /** Variables by the very texts of their values: another text may well say the same. */
  private final IdentityHashMap<String, String> variables = new IdentityHashMap<>();

  EnvironmentGuard(Map<String, String> environment) {
    environment.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            variables.put(value, name);
          }
        });
  }

  @Override
  public Object apply(Object stored) {
    if (stored instanceof String text && variables.containsKey(text)) {
      throw new IllegalStateException(
          "The build's environment variable "
              + variables.get(text)
              + " would become part of the executable: a class that is initialized at build time"
              + " has read it");
    }
    if (stored instanceof Environment || OF_A_PROCESS.contains(stored.getClass().getName())) {
      throw new IllegalStateException(
          "A "
              + stored.getClass().getName()
              + " would become part of the executable: a class that is initialized at build time"
              + " has made it");
    }
    return stored;
  }
}
