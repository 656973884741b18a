package dev.thaw.runtime;

import dev.thaw.handler.Invocation;
import org.jspecify.annotations.Nullable;

/** A handler that is ready to be invoked: bytes in, bytes out. Several loops may share one. */
interface Function {

  /**
   * Invokes the handler.
   *
   * @param event valid until this method returns
   * @param exchange what the invocation loop lends to this invocation
   * @return valid until the next invocation of the same loop; null if the response is the stream
   *     that was taken from the exchange
   */
  @Nullable Payload invoke(Payload event, Invocation invocation, Exchange exchange)
      throws Exception;
}
