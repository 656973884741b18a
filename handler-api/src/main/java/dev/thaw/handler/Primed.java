package dev.thaw.handler;

/**
 * A handler that warms its code where nobody waits for it: while its cache is trained, before a
 * snapshot is taken, and in the init phase under provisioned concurrency and on Managed Instances.
 * Never in an on-demand cold start.
 */
public interface Primed {

  /**
   * Runs what the first invocations will need, without effects that others could see.
   *
   * @throws Exception to fail the init phase
   */
  void prime() throws Exception;
}
