package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes an AOT cache: drives a recording process through one event, ends the Runtime API when it
 * polls for the next, and lets it end by itself, which is when the JVM writes the cache.
 */
final class Training implements RuntimeApiServer.Script {
  private static final int TIMEOUT_SECONDS = 60;
  private static final int ATTEMPTS = 3;

  private final byte[] event;
  private final CountDownLatch polledAgain = new CountDownLatch(2);
  private volatile byte @Nullable [] answer;

  private Training(byte[] event) {
    this.event = event;
  }

  /**
   * @param recording a subject whose JVM records ({@code -XX:AOTMode=record})
   * @param cache the file that it must leave behind
   * @param log gets the output of the process
   * @throws MeasurementException if the answer was wrong or there is no cache
   */
  static void run(Subject recording, BenchEvent event, Path cache, Path log)
      throws IOException, InterruptedException, MeasurementException {
    run(recording, event, cache, log, false);
  }

  /** The same for a process that would poll on for ever: it is ended by SIGTERM. */
  static void terminated(Subject recording, BenchEvent event, Path cache, Path log)
      throws IOException, InterruptedException, MeasurementException {
    run(recording, event, cache, log, true);
  }

  private static void run(
      Subject recording, BenchEvent event, Path cache, Path log, boolean terminate)
      throws IOException, InterruptedException, MeasurementException {
    for (int attempt = 1; ; attempt++) {
      Files.deleteIfExists(cache);
      byte[] answer = attempt(recording, event, log, terminate);
      if (answer != null && Files.exists(cache)) {
        event.check(answer);
        return;
      }
      if (attempt == ATTEMPTS) {
        throw new MeasurementException(recording.name() + ": not trained, see " + log, null);
      }
    }
  }

  /**
   * One process; killed if it does not end by itself, which a JVM that records has been seen to do
   * about once in a hundred times.
   */
  private static byte @Nullable [] attempt(
      Subject recording, BenchEvent event, Path log, boolean terminate)
      throws IOException, InterruptedException, MeasurementException {
    Training training = new Training(event.json());
    RuntimeApiServer server = RuntimeApiServer.start(training);
    Process process;
    try (server) {
      process = recording.start(server.address(), log).process();
      training.polledAgain.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      if (terminate) {
        process.destroy();
        process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      }
    }
    try {
      process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly().waitFor();
    }
    return training.answer;
  }

  @Override
  public byte @Nullable [] next(int number) {
    polledAgain.countDown();
    return polledAgain.getCount() == 0 ? null : event;
  }

  @Override
  public void response(int number, byte[] body, long nanos) {
    answer = body;
  }

  @Override
  public void error(String report) {
    answer = report.getBytes(UTF_8);
  }
}
