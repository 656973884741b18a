package dev.thaw.runtime;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Opens a socket on a thread of its own, and registers the extension that makes Lambda send SIGTERM
 * once that is permitted.
 */
final class Connecting extends Thread {
  /** Lambda answers to the registration at once. Whatever does not is no reason never to begin. */
  private static final int REGISTRATION_MILLIS = 2000;

  private final HttpAddress address;
  private @Nullable Boolean registers;
  private volatile @Nullable InternalExtension extension;
  private boolean abandoned;

  // Written before the thread ends, read after it was joined.
  private @Nullable Socket socket;
  private @Nullable IOException failure;

  Connecting(HttpAddress address) {
    super("connect");
    this.address = address;
    setDaemon(true);
  }

  @Override
  public void run() {
    try {
      @Nullable Socket opened = connect(address);
      if (registers()) {
        InternalExtension registered = new InternalExtension(address);
        extension = registered;
        opened = registered.register(opened);
      }
      hand(opened == null ? connect(address) : opened);
    } catch (IOException e) {
      failure = e;
    }
  }

  private synchronized void hand(Socket opened) throws IOException {
    if (abandoned) {
      opened.close();
    } else {
      socket = opened;
    }
  }

  /** Decides whether the extension is registered; the thread waits for that. */
  synchronized void registers(boolean decision) {
    if (registers == null) {
      registers = decision;
      notifyAll();
    }
  }

  /** Ends what the extension waits for, if there is one. */
  void leave() {
    InternalExtension registered = extension;
    if (registered != null) {
      registered.leave();
    }
  }

  private synchronized boolean registers() {
    while (registers == null) {
      try {
        wait();
      } catch (InterruptedException e) {
        return false; // nobody interrupts a thread that nobody knows
      }
    }
    return registers;
  }

  /** Waits for the socket, or for why there is none. */
  Socket await() throws IOException {
    registers(false);
    Joining.join(this, REGISTRATION_MILLIS);
    Socket opened = take();
    if (opened == null) {
      IOException reason = isAlive() ? null : failure;
      if (reason != null) {
        throw reason;
      }
      return connect(address);
    }
    return opened;
  }

  private synchronized @Nullable Socket take() {
    abandoned = true;
    return socket;
  }

  static Socket connect(HttpAddress address) throws IOException {
    // The proxy selector and the SOCKS implementation would read two property files at start.
    Socket socket = new Socket(Proxy.NO_PROXY);
    try {
      socket.setTcpNoDelay(true);
      socket.connect(address.resolve());
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
