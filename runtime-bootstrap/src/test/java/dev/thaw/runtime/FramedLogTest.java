package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.api.client.logging.FramedTelemetryLogSink;
import com.amazonaws.services.lambda.runtime.api.client.logging.TextLogFormatter;
import com.amazonaws.services.lambda.runtime.logging.LogFormat;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.example.Logs;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records in frames, on a descriptor that the process is started with. */
class FramedLogTest {
  private static final String VARIABLE = "_LAMBDA_TELEMETRY_LOG_FD";

  @TempDir private Path folder;

  /**
   * One record.
   *
   * @param type as on the wire
   * @param micros since 1970
   */
  private record Frame(int type, long micros, String text) {
    static List<Frame> read(InputStream in) throws IOException {
      List<Frame> frames = new ArrayList<>();
      DataInputStream data = new DataInputStream(in);
      while (true) {
        int type;
        try {
          type = data.readInt();
        } catch (EOFException e) {
          return frames;
        }
        assertThat(type & 0xffff0000).isEqualTo(0xa55a0000);
        byte[] bytes = new byte[data.readInt()];
        long micros = data.readLong();
        data.readFully(bytes);
        frames.add(new Frame(type, micros, new String(bytes, StandardCharsets.UTF_8)));
      }
    }

    static List<Frame> in(Path file) throws IOException {
      return read(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    Frame untimed() {
      return new Frame(type, 0, text);
    }
  }

  private static RuntimeProcess.Builder framed() {
    return RuntimeProcess.of(Logs.class)
        .variable(VARIABLE, "9")
        .option("--enable-native-access=ALL-UNNAMED");
  }

  private RuntimeProcess.Builder toFile(Path file) {
    return framed().by("bash", "-c", "exec 9>\"$0\"; exec \"$@\"", file.toString());
  }

  private RuntimeProcess.Builder toPipe(Path file) {
    return framed().by("bash", "-c", "exec 9> >(exec cat >\"$0\"); exec \"$@\"", file.toString());
  }

  private RuntimeProcess.Builder toSocket(ServerSocket server) {
    return framed()
        .by(
            "bash",
            "-c",
            "exec 9<>/dev/tcp/127.0.0.1/$0; exec \"$@\"",
            String.valueOf(server.getLocalPort()));
  }

  /** A socket that refuses what it has no room for, instead of waiting. */
  private RuntimeProcess.Builder toImpatientSocket(ServerSocket server) {
    Tool.require("python3");
    return framed()
        .by(
            "python3",
            "-c",
            """
            import os, socket, sys
            s = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
            s.setblocking(False)
            os.dup2(s.fileno(), 9)
            assert s.fileno() != 9 and os.get_inheritable(9)
            os.execv(sys.argv[2], sys.argv[2:])
            """,
            String.valueOf(server.getLocalPort()));
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  /** What AWS's client would write for the event {@code levels}. */
  private List<Frame> aws() throws IOException {
    Path file = folder.resolve("aws");
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      FramedTelemetryLogSink sink = new FramedTelemetryLogSink(out.getFD());
      for (LogLevel level : LogLevel.values()) {
        String text = new TextLogFormatter().format(level + " of Grüße 😀", level);
        sink.log(level, LogFormat.TEXT, text.getBytes(StandardCharsets.UTF_8));
        text = "bytes of " + level;
        sink.log(level, LogFormat.TEXT, text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return Frame.in(file).stream().map(Frame::untimed).toList();
  }

  @Test
  void framesAreAsAwsClientWritesThem() throws Exception {
    Path file = folder.resolve("log");
    try (RuntimeProcess function = toFile(file).start()) {
      long before = System.currentTimeMillis();
      function.respond("\"levels\"");
      long after = System.currentTimeMillis();
      List<Frame> frames = Frame.in(file);
      assertThat(frames).map(Frame::untimed).isEqualTo(aws());
      assertThat(frames).allMatch(f -> f.micros() / 1000 >= before && f.micros() / 1000 <= after);
      assertThat(function.log()).isEmpty();
    }
  }

  @Test
  void whatIsPrintedStaysOnStandardOutput() throws Exception {
    Path file = folder.resolve("log");
    try (RuntimeProcess function = toFile(file).start()) {
      function.respond("\"all\"");
      assertThat(function.log()).isEqualTo("out Grüße 😀\nerr Grüße 😀\n");
      assertThat(Frame.in(file))
          .map(Frame::text)
          .containsExactly("logger Grüße 😀", "with line end\n", "bytes Grüße 😀", "");
    }
  }

  @Test
  void failureIsOneFrame() throws Exception {
    Path file = folder.resolve("log");
    try (RuntimeProcess function = toFile(file).variable("AWS_LAMBDA_LOG_FORMAT", "JSON").start()) {
      function.fail("\"fail\"");
      List<Frame> frames = Frame.in(file);
      assertThat(frames).hasSize(1);
      // ERROR, with a time, JSON
      assertThat(frames.getFirst().type()).isEqualTo(0xa55a0000 | 5 << 2 | 2);
      String message = RuntimeProcess.json(frames.getFirst().text()).get("message").asString();
      assertThat(message).contains("As asked\n\tat com.example.Logs").contains("Caused by: ");
    }
  }

  @Test
  void recordsOfSeveralThreadsThroughAPipe() throws Exception {
    Path file = folder.resolve("log");
    List<Frame> frames;
    try (RuntimeProcess function = toPipe(file).start()) {
      function.respond("\"long threads\"");
      frames = untilThereAre(400, file);
    }
    assertThat(frames).hasSize(400).allMatch(FramedLogTest::whole);
  }

  private static List<Frame> untilThereAre(int count, Path file) throws Exception {
    for (long wait = 0; wait < 10_000; wait += 20) {
      if (Files.exists(file) && Files.size(file) == count * (90_002L + 16)) {
        break;
      }
      Thread.sleep(20);
    }
    return Frame.in(file);
  }

  private static boolean whole(Frame frame) {
    return frame.text().equals("<" + frame.text().substring(1, 2).repeat(90_000) + ">");
  }

  enum Kind {
    PATIENT,
    IMPATIENT
  }

  @ParameterizedTest
  @EnumSource
  void recordsOfSeveralThreadsThroughASocketWithASlowReader(Kind kind) throws Exception {
    try (ServerSocket server = listen()) {
      CompletableFuture<List<Frame>> frames = CompletableFuture.supplyAsync(() -> slowly(server));
      RuntimeProcess.Builder builder =
          kind == Kind.PATIENT ? toSocket(server) : toImpatientSocket(server);
      try (RuntimeProcess function = builder.start()) {
        function.respond("\"long threads\"");
        assertThat(function.log()).isEmpty();
      }
      assertThat(frames.get(10, TimeUnit.SECONDS)).hasSize(400).allMatch(FramedLogTest::whole);
    }
  }

  private static List<Frame> slowly(ServerSocket server) {
    try (Socket socket = server.accept()) {
      Thread.sleep(700); // the socket fills up meanwhile
      return Frame.read(socket.getInputStream());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the JVM has its own classes open, under a number that it was not given. */
  @Test
  void whatIsOpenForReadingIsLeftAlone() throws Exception {
    Path file = Files.writeString(folder.resolve("precious"), "content");
    try (RuntimeProcess function =
        framed().by("bash", "-c", "exec 9<\"$0\"; exec \"$@\"", file.toString()).start()) {
      function.respond("\"nulls\"");
      assertThat(function.logged("WARN thaw: The log goes to standard output")).isEqualTo(1);
      assertThat(function.log()).endsWith("[INFO] null\nno level\n");
    }
    assertThat(file).hasContent("content");
  }

  @Test
  void goesOnOnStandardOutputWhereTheReaderHasGone() throws Exception {
    try (ServerSocket server = listen();
        RuntimeProcess function = toSocket(server).start()) {
      server.accept().close();
      for (int i = 0; i < 5; i++) {
        function.respond("\"nulls\"");
      }
      assertThat(function.logged("WARN thaw: The log goes on on standard output")).isEqualTo(1);
      assertThat(function.log()).endsWith("null\nnull\n[INFO] null\nno level\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"77", "-1", "2", "three", ""})
  void standardOutputWhereThereIsNoSuchDescriptor(String descriptor) throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Logs.class).variable(VARIABLE, descriptor).start()) {
      function.respond("\"nulls\"");
      assertThat(function.log().lines())
          .hasSize(5)
          .first()
          .asString()
          .startsWith("WARN thaw: The log goes to standard output, since " + VARIABLE);
    }
  }
}
