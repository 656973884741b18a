package dev.thaw.runtime;

import dev.thaw.runtime.jackson.JacksonCodecs;
import org.jspecify.annotations.Nullable;

/** Makes Jackson's mapper on a thread of its own, which is the longest part of such a start. */
final class JacksonAhead extends Thread {
  private @Nullable JacksonCodecs codecs;
  private @Nullable Throwable failure;

  private JacksonAhead() {
    super("thaw-jackson");
    setDaemon(true);
  }

  static JacksonAhead begin() {
    JacksonAhead ahead = new JacksonAhead();
    ahead.start();
    new JdkAhead().start();
    return ahead;
  }

  @Override
  public void run() {
    try {
      codecs = JacksonCodecs.shared();
    } catch (Throwable e) {
      failure = e; // thrown where the codecs are awaited
    }
  }

  JacksonCodecs await() {
    Joining.join(this);
    JacksonCodecs made = codecs;
    if (made == null) {
      throw new IllegalStateException("Jackson cannot start", failure);
    }
    return made;
  }
}
