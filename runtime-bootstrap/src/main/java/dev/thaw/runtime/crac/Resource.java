package dev.thaw.runtime.crac;

/** What wants to know of a snapshot: the library makes a proxy of this for each of a function's. */
public interface Resource {

  /**
   * Called before the snapshot is taken.
   *
   * @param context where it was registered
   * @throws Exception to fail the init phase; the other resources are told nevertheless
   */
  void beforeCheckpoint(Context context) throws Exception;

  /**
   * Called in each execution environment that begins with the snapshot.
   *
   * @param context where it was registered
   * @throws Exception to fail the restore; the other resources are told nevertheless
   */
  void afterRestore(Context context) throws Exception;
}
