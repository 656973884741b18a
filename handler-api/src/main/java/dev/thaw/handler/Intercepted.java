package dev.thaw.handler;

import java.util.List;

/** A handler that names the interceptors around it. */
public interface Intercepted {

  /**
   * Builds the interceptors; called once, in the init phase, after the constructor.
   *
   * @param environment where a variable that is required and missing fails the init phase, together
   *     with all others that are missing
   * @return the outermost first
   */
  List<Interceptor> interceptors(Environment environment);
}
