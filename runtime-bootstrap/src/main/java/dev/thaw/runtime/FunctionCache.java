package dev.thaw.runtime;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that the function's own AOT cache fits the function.
 *
 * <p>The JVM does not: until 25.0.3 it never looks at the application's class path, later it
 * compares sizes and times, which packagers normalise; either way a cache made from an older jar
 * would run the old code. So its content is compared before a class of the function is touched. A
 * cache that does not fit makes the process start itself anew ({@link Restart}) with the layer's
 * cache, which holds no class of the function.
 *
 * <p>The JVM may also refuse a cache that fits, silently, since its own lines would stand in the
 * function's log: for its options, or from 25.0.4 on for a jar that was merely touched. Then {@link
 * RefusedCache} says so.
 */
final class FunctionCache {
  /** What the launcher passes on; absent when it chose the layer's cache or none. */
  static final String CACHE = "thaw.cache";

  /** What the launcher passes on while a cache is made. */
  private static final String RECORD = "thaw.fingerprint";

  private static final String HOME = "thaw.home";
  static final String BUILD = "thaw.build";

  private static final int MAX_FINGERPRINT = 16 * 1024 * 1024;

  /**
   * The first line of the fingerprint of a function that brings a serializer: it follows from the
   * jars, so it is recorded and not compared. No other line begins with that letter.
   */
  private static final byte[] SERIALIZER = {'s', 'e', 'r', 'i', 'a', 'l', 'i', 'z', 'e', 'r', '\n'};

  private FunctionCache() {}

  /** Whether the process may go on: the cache fits or there is none. If not, the log says why. */
  static boolean fits(FunctionLog log) {
    String cache = System.getProperty(CACHE);
    if (cache == null) {
      record(log);
      if (!inUse() && isLayersWanted()) {
        RefusedCache.ofLayer(log);
      }
      return true;
    }
    String difference = difference(cache);
    if (difference != null) {
      log.warn(
          "The function's cache is not used, since it was made for something else: "
              + difference
              + ". Run thaw-train anew.");
      return false;
    }
    return inUse() || !RefusedCache.ofFunction(cache, log);
  }

  /** Whether the JVM has mapped a cache; it starts as well, some five times slower, without. */
  private static boolean inUse() {
    return System.getProperty("java.vm.info", "").contains("sharing");
  }

  /** Whether the launcher has named the layer's cache. */
  private static boolean isLayersWanted() {
    return System.getProperty(HOME) != null
        && System.getProperty(RECORD) == null
        && !"off".equals(System.getenv("THAW_CACHE"));
  }

  /** What keeps a cache from fitting the function as it is now, in words; null if it fits. */
  static @Nullable String difference(String cache) {
    try {
      byte[] expected = withoutSerializer(recorded(cache));
      String recorded = new String(expected, StandardCharsets.UTF_8);
      String named = recorded.contains("\nClass-Path jar ") ? ManifestJars.again(recorded) : "";
      byte[] actual = Fingerprint.withCache(fingerprint(named), new File(cache).length());
      return Arrays.equals(expected, actual) ? null : Fingerprint.difference(expected, actual);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /**
   * Whether the function may bring a serializer of its own. Looking for one opens every jar, which
   * is a measurable part of a cold start: for a function that has a cache it was done when the
   * cache was made.
   */
  static boolean mayHaveSerializer() {
    String cache = System.getProperty(CACHE);
    if (cache == null) {
      return true;
    }
    try (RandomAccessFile file = new RandomAccessFile(fileOf(cache), "r")) {
      return file.read() == SERIALIZER[0];
    } catch (IOException e) {
      return true;
    }
  }

  /** While the cache is made, this very process says what it is made from. */
  private static void record(FunctionLog log) {
    String cache = System.getProperty(RECORD);
    if (cache != null) {
      try {
        byte[] fingerprint =
            fingerprint(ManifestJars.find(System.getProperty("java.class.path", ""), ownJars()));
        try (OutputStream out = new FileOutputStream(fileOf(cache))) {
          if (CustomSerializers.exist()) {
            out.write(SERIALIZER);
          }
          out.write(fingerprint);
        }
      } catch (IOException e) {
        log.error("The fingerprint cannot be written", e);
      }
    }
  }

  private static byte[] withoutSerializer(byte[] recorded) {
    return recorded.length > 0 && recorded[0] == SERIALIZER[0]
        ? Arrays.copyOfRange(recorded, SERIALIZER.length, recorded.length)
        : recorded;
  }

  /** By a class that reading the jars needs as well: another one would have to be loaded. */
  private static byte[] recorded(String cache) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(fileOf(cache), "r")) {
      byte[] bytes = new byte[(int) Math.min(file.length(), MAX_FINGERPRINT)];
      file.readFully(bytes);
      return bytes;
    }
  }

  private static String fileOf(String cache) {
    return cache.substring(0, cache.lastIndexOf('.')) + ".fingerprint";
  }

  private static byte[] fingerprint(String named) throws IOException {
    return Fingerprint.of(
        System.getProperty(BUILD, ""),
        System.getProperty("java.class.path", ""),
        ownJars(),
        System.getProperty("user.dir", ""),
        named);
  }

  private static String ownJars() {
    return System.getProperty(HOME) + "/lib/";
  }
}
