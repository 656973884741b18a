package dev.thaw.training;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;

/** How much of the network a function is kept from while it trains. */
enum NetworkCut {
  /** Nothing is kept from it: {@code --network}. */
  NOTHING,

  /** Only names: no name resolves, whereas a number still leads where it leads. */
  NAMES,

  /** All but loopback. */
  ALL;

  /**
   * Cuts what can be cut. Sockets that this thread opens and processes that it starts from now on
   * see what is left.
   */
  static NetworkCut here() {
    if (isCut()) {
      return NetworkNamespace.raiseLoopback() ? ALL : NAMES;
    }
    return NetworkNamespace.enter() ? ALL : NAMES;
  }

  /** Whether somebody has done it already: {@code RUN --network=none}, or thaw-train's script. */
  private static boolean isCut() {
    try {
      for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (!one.isLoopback()) {
          return false;
        }
      }
      return true;
    } catch (SocketException e) {
      return true; // there is none with an address, as in a new namespace
    }
  }
}
