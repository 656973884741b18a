package dev.thaw.runtime;

import dev.thaw.handler.Invocation;

/** A handler that is ready to be invoked: bytes in, bytes out. Several loops may share one. */
interface Function {

  /**
   * Invokes the handler.
   *
   * @param event valid until this method returns
   * @param exchange what the invocation loop lends to one invocation at a time
   * @return valid until the exchange is used again
   */
  Payload invoke(Payload event, Invocation invocation, Exchange exchange) throws Exception;
}
