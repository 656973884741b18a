package dev.thaw.runtime;

import org.jspecify.annotations.Nullable;

/** The invocation that the calling thread works for, for what is not handed it: the log. */
interface CurrentInvocation {

  /** Null outside of any. */
  @Nullable NextInvocation get();
}
