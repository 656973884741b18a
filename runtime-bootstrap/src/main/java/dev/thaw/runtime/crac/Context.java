package dev.thaw.runtime.crac;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The resources of a function, in the order in which it registered them.
 *
 * <p>CRaC's contract wants them held weakly, so that one which nobody uses any more is not told:
 * authors keep a reference of their own. The library's proxies see to that. The proxies themselves
 * are held strongly: of two resources that are equal the library keeps but one proxy alive, and the
 * other's hooks would be lost to the garbage collector. After the restore nothing is held, for
 * there is no second snapshot.
 */
public final class Context {
  private final List<Resource> resources = new ArrayList<>();
  private boolean restored;

  Context() {}

  /**
   * Adds a resource. Once the after-restore hooks run, nothing will happen to it any more.
   *
   * @param resource as the library wraps it
   */
  public void register(Resource resource) {
    Objects.requireNonNull(resource, "resource");
    synchronized (resources) {
      if (!restored) {
        resources.add(resource);
      }
    }
  }

  /**
   * Tells every resource that a snapshot is about to be taken, the last registered first.
   *
   * @throws CheckpointException with what the resources have thrown, once all have been told
   */
  public void beforeCheckpoint() throws CheckpointException {
    List<Throwable> failures = new ArrayList<>();
    for (Resource resource : registered().reversed()) {
      try {
        resource.beforeCheckpoint(this);
      } catch (Throwable e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw new CheckpointException(failures);
    }
  }

  /**
   * Tells every resource that the process goes on from a snapshot, the first registered first.
   *
   * @throws RestoreException with what the resources have thrown, once all have been told
   */
  public void afterRestore() throws RestoreException {
    List<Resource> all = registered();
    synchronized (resources) {
      restored = true;
      resources.clear();
    }
    List<Throwable> failures = new ArrayList<>();
    for (Resource resource : all) {
      try {
        resource.afterRestore(this);
      } catch (Throwable e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw new RestoreException(failures);
    }
  }

  /** A copy, for hooks may register, and on threads that they wait for. */
  private List<Resource> registered() {
    synchronized (resources) {
      return new ArrayList<>(resources);
    }
  }
}
