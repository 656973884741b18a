package dev.thaw.runtime;

import dev.thaw.runtime.crac.CheckpointException;
import dev.thaw.runtime.crac.Context;
import dev.thaw.runtime.crac.Core;
import dev.thaw.runtime.crac.RestoreException;
import java.io.IOException;

/**
 * SnapStart: the end of the init phase, where Lambda takes a snapshot of the process, and the
 * beginning of every execution environment that goes on from it.
 *
 * <p>An image may be published with SnapStart because its runtime calls {@code /restore/next}, as
 * this one does; it needs no {@code LABEL com.amazonaws.lambda.feature.snapstart} besides.
 *
 * <p>What the copies of a snapshot have in common: everything that was drawn from {@link
 * java.util.Random}, {@link java.util.concurrent.ThreadLocalRandom} or {@link Math#random} before,
 * and the seed of what they draw afterwards, is the same in each. {@link
 * java.security.SecureRandom} as the JDK makes it on Linux, and with it {@link
 * java.util.UUID#randomUUID} and TLS, mixes in what the kernel gives at the time, which differs.
 * Connections of the function's own are dead and credentials may have expired: after-restore hooks
 * are the place to renew them. Nothing of the runtime's own outlives the snapshot but the handler,
 * and the environment variables.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-custom.html">
 *     SnapStart hooks for container images</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html">Handling
 *     uniqueness</a>
 */
final class Snapshot {
  /** How AWS's client ends when a hook fails. */
  static final int HOOK_FAILED = 64;

  /**
   * Documented for runtimes in images. AWS's client, on its managed runtime, says {@code
   * Runtime.BeforeCheckpointError}; Lambda passes on either.
   */
  private static final String BEFORE = "Runtime.BeforeSnapshotError";

  private static final String AFTER = "Runtime.AfterRestoreError";

  private final RuntimeApi api;
  private final FunctionLog log;
  private final Context hooks = Core.getGlobalContext();

  Snapshot(RuntimeApi api, FunctionLog log) {
    this.api = api;
    this.log = log;
  }

  /**
   * Returns in a restored environment, whose connection to the Runtime API is a new one.
   *
   * @return false if a hook failed, which has then been reported
   * @throws IOException if the Runtime API does not let it go on
   */
  boolean take() throws IOException {
    try {
      hooks.beforeCheckpoint();
    } catch (CheckpointException e) {
      log.error("The snapshot cannot be taken", e);
      api.failInit(ErrorReport.of(BEFORE, e));
      return false;
    }
    dropDnsCache();
    System.gc(); // what is garbage need not be stored, nor restored
    api.restoreNext();
    dropDnsCache(); // threads of the function may have filled it once more
    try {
      hooks.afterRestore();
    } catch (RestoreException e) {
      log.error("The snapshot cannot be used", e);
      api.failRestore(ErrorReport.of(AFTER, e));
      return false;
    }
    return true;
  }

  private void dropDnsCache() {
    try {
      DnsCache.drop();
    } catch (ReflectiveOperationException | RuntimeException e) {
      log.warn("Names resolved before the snapshot may keep their old addresses: " + e);
    }
  }
}
