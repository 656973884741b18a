package dev.thaw.runtime;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Opens a socket on a thread of its own. */
final class Connecting extends Thread {
  private final HttpAddress address;

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
      socket = connect(address);
    } catch (IOException e) {
      failure = e;
    }
  }

  /** Waits for the socket, or for why there is none. */
  Socket await() throws IOException {
    Joining.join(this);
    Socket opened = socket;
    if (opened == null) {
      throw failure == null ? new IOException("Connecting failed") : failure;
    }
    return opened;
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
