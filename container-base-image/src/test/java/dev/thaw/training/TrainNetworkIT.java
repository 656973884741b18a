package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function that calls out while it trains, to a listener that stands for something real. */
class TrainNetworkIT {
  private static final String NAMES_ONLY = "Only names are cut off";

  @TempDir private Path folder;
  private Path taskRoot;
  private ServerSocket real;
  private String event;

  @BeforeEach
  void build() throws Exception {
    taskRoot = folder.resolve("task");
    Functions.jar(taskRoot.resolve("lib/shop.jar"), Functions.compile("Caller"));
    InetAddress address = outside();
    if (address == null) {
      abort("This machine has no address but loopback");
    }
    real = new ServerSocket(0, 8, address);
    real.setSoTimeout(200);
    event = event("call", address.getHostAddress() + ":" + real.getLocalPort());
  }

  @AfterEach
  void close() throws IOException {
    if (real != null) {
      real.close();
    }
  }

  @Test
  void reachesNothingReal() throws Exception {
    String name = event("name", "example.com:443");
    ThawTrain run = ThawTrain.run(taskRoot, Map.of(), "shop.Caller", event, name);
    assertThat(run.status()).as(run.output()).isZero();
    if (!run.output().contains(NAMES_ONLY)) { // else this machine allows no namespace
      assertThat(run.output())
          .contains(
              "thaw-train: " + event + " failed: ",
              "Network is unreachable",
              "all names being in null");
      assertThat(called()).isFalse();
    }
    assertThat(run.output()).contains("thaw-train: " + name + " failed: ", "UnknownHostException");
    assertThat(taskRoot.resolve(".thaw/shop.Caller.aot")).isRegularFile();
  }

  @Test
  void reachesItWhereTheNetworkIsWanted() throws Exception {
    ThawTrain run = ThawTrain.run(taskRoot, Map.of(), "--network", "shop.Caller", event);
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output()).doesNotContain("failed");
    assertThat(called()).isTrue();
  }

  /** As root in a container that may not make namespaces. */
  @Test
  void cutsOffNamesWhereMoreIsNotAllowed() throws Exception {
    if (!Programs.isRoot()) {
      abort("Only root can give up what makes namespaces");
    }
    String local = event("local", "localhost:" + real.getLocalPort());
    String name = event("name", "this-host-is-not-here.example:443");
    List<String> without = List.of("setpriv", "--bounding-set=-sys_admin", "--inh-caps=-sys_admin");
    ThawTrain run = ThawTrain.run(without, taskRoot, Map.of(), "shop.Caller", event, local, name);
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("thaw-train: " + NAMES_ONLY)
        .contains("thaw-train: " + local + " failed: ", "Connection refused")
        .contains("this-host-is-not-here.example")
        .contains("Cannot call, all names being in /", "UnknownHostException")
        .doesNotContain("thaw-train: " + event + " failed");
    // What was set for the training alone does not make the cache unfit.
    try (FunctionProcess function =
        Launch.of(taskRoot, "shop.Caller").with("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on").start()) {
      String host = real.getInetAddress().getHostAddress();
      assertThat(function.invoke("\"" + host + ":" + real.getLocalPort() + "\""))
          .isEqualTo("\"reached\"");
      assertThat(function.log()).noneMatch(line -> line.contains("WARN"));
    }
  }

  private boolean called() throws IOException {
    try {
      real.accept().close();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private String event(String name, String text) throws IOException {
    return ThawTrain.event(folder, name, "\"" + text + "\"");
  }

  private static @Nullable InetAddress outside() throws IOException {
    for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(one.getInetAddresses())) {
        if (!address.isLoopbackAddress() && address.getAddress().length == 4) {
          return address;
        }
      }
    }
    return null;
  }
}
