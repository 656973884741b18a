package dev.thaw.runtime;

import dev.thaw.handler.Invocation;

/** A handler that is ready to be invoked: bytes in, bytes out. */
interface Function {

  /**
   * Invokes the handler.
   *
   * @param event valid until this method returns
   * @return valid until this method is called again
   */
  Payload invoke(Payload event, Invocation invocation) throws Exception;
}
