package dev.thaw.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Lets {@link HttpAnswer} read given bytes from a real connection. */
final class Answers {
  private static final byte[] HEADER = HttpHeaders.lowerCase("x");

  private Answers() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Sends the bytes, so many at once, and then closes.
   *
   * @return status, header X and body
   */
  static String read(byte[] bytes, int step) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> send(server, bytes, step));
      HttpConnection connection =
          new HttpConnection(HttpAddress.parse("127.0.0.1:" + server.getLocalPort()));
      try {
        byte[] request = bytes("GET / HTTP/1.1\r\n\r\n");
        HttpAnswer answer = connection.exchange(request, request.length, new byte[0], 0, 0);
        String body =
            new String(
                answer.buffer(),
                answer.bodyStart(),
                answer.bodyLength(),
                StandardCharsets.ISO_8859_1);
        return answer.status() + " " + answer.header(HEADER) + " " + body;
      } finally {
        connection.close();
      }
    }
  }

  private static void send(ServerSocket server, byte[] bytes, int step) {
    try (Socket socket = server.accept()) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < bytes.length; ) {
        int count = Math.min(step, bytes.length - i);
        out.write(bytes, i, count);
        i += count;
      }
      socket.shutdownOutput();
      // Closing with unread bytes would reset the connection under the answer.
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The client has seen enough, and says so to its test.
    }
  }
}
