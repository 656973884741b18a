package dev.thaw.runtime;

import org.jspecify.annotations.Nullable;

/** What can be said about the AOT cache that the launcher chose for this process; for tools. */
public final class CacheDescription {
  private CacheDescription() {}

  /** The function's own cache, as a path; null if the launcher chose the layer's, or none. */
  public static @Nullable String functionCache() {
    return System.getProperty(FunctionCache.CACHE);
  }

  /** The build of the layer, which a function's cache must have been made with. */
  public static String layerBuild() {
    return System.getProperty(FunctionCache.BUILD, "");
  }

  /**
   * What keeps the function's own cache from being used, as the runtime finds it when it starts:
   * the content of the jars and of the loose files, not sizes or times.
   *
   * @param cache as from {@link #functionCache}
   * @return for example {@code jar /var/task/lib/orders.jar has changed}; null if the cache fits
   */
  public static @Nullable String difference(String cache) {
    return FunctionCache.difference(cache);
  }
}
