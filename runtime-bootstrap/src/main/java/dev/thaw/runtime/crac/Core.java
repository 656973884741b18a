package dev.thaw.runtime.crac;

/** Where the library finds the context that functions register with. */
public final class Core {
  private static final Context GLOBAL = new Context();

  private Core() {}

  /** The one context of this process. */
  public static Context getGlobalContext() {
    return GLOBAL;
  }

  /**
   * Would take a snapshot now.
   *
   * @throws UnsupportedOperationException always: Lambda takes it, at the end of the init phase
   */
  @SuppressWarnings("DoNotCallSuggester") // the library looks for it
  public static void checkpointRestore() {
    throw new UnsupportedOperationException("Lambda takes the snapshot after the init phase");
  }
}
