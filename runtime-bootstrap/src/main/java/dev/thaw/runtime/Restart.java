package dev.thaw.runtime;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces this process by a new one, with the same process id, environment and streams. Java has
 * no word for it; the cost, some 70 milliseconds, is paid only where a cache does not fit.
 *
 * <p>It becomes the JVM again, not the launcher: a wrapper that the launcher has called must not
 * run twice, and what it has added must stay. Arguments are bytes, and held as Latin-1 here.
 */
final class Restart {
  private static final String ARGUMENTS = "/proc/self/cmdline";

  /** As much as the system lets a command line be by default. */
  private static final int MAX_ARGUMENTS = 2 * 1024 * 1024;

  private static final String CACHE = "-Dthaw.cache=";
  private static final String HOME = "-Dthaw.home=";
  private static final String AOT_CACHE = "-XX:AOTCache=";

  private Restart() {}

  /** Starts the JVM again, with the layer's cache in place of the function's. */
  static void withLayerCache(FunctionLog log) {
    try (Arena arena = Arena.ofConfined()) {
      List<String> command = layerCommand(arguments());
      MemorySegment arguments =
          arena.allocate(MemoryLayout.sequenceLayout(command.size() + 1L, ValueLayout.ADDRESS));
      for (int i = 0; i < command.size(); i++) {
        MemorySegment argument = arena.allocateFrom(command.get(i), StandardCharsets.ISO_8859_1);
        arguments.setAtIndex(ValueLayout.ADDRESS, i, argument);
      }
      arguments.setAtIndex(ValueLayout.ADDRESS, command.size(), MemorySegment.NULL);
      MemorySegment java = arena.allocateFrom(System.getProperty("java.home") + "/bin/java");
      int _ =
          (int)
              function(
                      "execv",
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                  .invokeExact(java, arguments);
      throw new IOException("The system refuses to start " + command.getFirst());
    } catch (Throwable error) {
      log.error("Thaw cannot start itself anew", error);
    }
    // Going on would run the classes in the stale cache.
    Runtime.getRuntime().halt(1);
  }

  /** This process's command line. */
  static List<String> arguments() throws IOException {
    byte[] bytes;
    try (InputStream in = new FileInputStream(ARGUMENTS)) {
      bytes = in.readNBytes(MAX_ARGUMENTS + 1);
    }
    if (bytes.length > MAX_ARGUMENTS) {
      throw new IOException(ARGUMENTS + " is longer than " + MAX_ARGUMENTS + " bytes");
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> arguments = new ArrayList<>();
    for (int start = 0, end; (end = text.indexOf('\0', start)) >= 0; start = end + 1) {
      arguments.add(text.substring(start, end));
    }
    return arguments;
  }

  /** What the launcher would have made of the same environment, had there been no cache. */
  private static List<String> layerCommand(List<String> arguments) throws IOException {
    String home = valueOf(HOME, arguments);
    String cache = valueOf(CACHE, arguments);
    String taskRoot = cache.substring(0, cache.lastIndexOf("/.thaw/"));
    List<String> command = new ArrayList<>();
    for (String argument : arguments) {
      if (!command.isEmpty() && command.getLast().equals("-cp")) {
        command.add(layerClassPath(argument, home, taskRoot));
      } else if (argument.equals(AOT_CACHE + cache)) {
        command.add(AOT_CACHE + home + "/cache/runtime.aot");
      } else if (!argument.equals(CACHE + cache)) {
        command.add(argument);
      }
    }
    return command;
  }

  /** The folder itself takes the place of the copies that were made of what lies loose in it. */
  private static String layerClassPath(String classPath, String home, String taskRoot) {
    StringBuilder path = new StringBuilder(classPath.length() + taskRoot.length() + 2);
    boolean loose = false;
    for (String entry : classPath.split(":", -1)) {
      boolean own = entry.startsWith(home + "/lib/");
      if (!own && !loose) {
        path.append(taskRoot).append("/:");
        loose = true;
      }
      if (!entry.equals(taskRoot + "/.thaw/resources.jar")) {
        path.append(entry).append(':');
      }
    }
    path.append(loose ? "" : taskRoot + "/:").setLength(path.length() - 1);
    return path.toString();
  }

  private static String valueOf(String option, List<String> arguments) throws IOException {
    for (String argument : arguments) {
      if (argument.startsWith(option)) {
        return argument.substring(option.length());
      }
    }
    throw new IOException("The JVM was started without " + option);
  }

  @SuppressWarnings("restricted") // the launcher enables native access
  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
  }
}
