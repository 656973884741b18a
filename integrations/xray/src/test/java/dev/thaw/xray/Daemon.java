package dev.thaw.xray;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** Stands in for the X-Ray daemon: what a process sends, one document a datagram. */
final class Daemon implements AutoCloseable {
  private static final int MILLIS = 10_000;

  private final DatagramSocket socket;

  Daemon() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(MILLIS);
  }

  /** The value of {@code AWS_XRAY_DAEMON_ADDRESS}. */
  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** The next document; waits for it. */
  JsonNode next() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    socket.receive(packet);
    String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    int line = text.indexOf('\n');
    assertThat(new ObjectMapper().readTree(text.substring(0, line)))
        .isEqualTo(new ObjectMapper().readTree("{\"format\": \"json\", \"version\": 1}"));
    return new ObjectMapper().readTree(text.substring(line + 1));
  }

  /** The next document, which must have that name. */
  JsonNode next(String name) throws IOException {
    JsonNode document = next();
    assertThat(document.path("name").asText()).as(document.toString()).isEqualTo(name);
    return document;
  }

  @Override
  public void close() {
    socket.close();
  }
}
