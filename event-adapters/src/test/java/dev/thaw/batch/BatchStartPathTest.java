package dev.thaw.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.thaw.handler.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a cold start pays for a batch on the invocation's own thread. */
class BatchStartPathTest {

  /** The program of the JVM that is watched: handlers that are no lambdas. */
  static final class Program {
    public static void main(String[] args) {
      Invocation invocation = new RecordedLog().invocation();
      if (args[0].equals("short")) {
        SqsBatch.process(
            Batches.groups(Batches.FIFO, "a1", "b2"), invocation, new ProgramsMessages());
      } else {
        SqsBatch<Order> batch = SqsBatch.of(Order.class).failWhenAllFailed();
        if (args[0].equals("parallel")) {
          batch = batch.parallel(2);
        }
        batch.process(Batches.bodies("{\"id\":\"x\"}"), invocation, new ProgramsOrders());
      }
      System.out.println("done");
    }
  }

  private static final class ProgramsMessages implements RecordHandler<SQSMessage> {
    @Override
    public void handle(SQSMessage message) {}
  }

  private static final class ProgramsOrders implements PayloadHandler<Order, SQSMessage> {
    @Override
    public void handle(Order order, SQSMessage message) {}
  }

  @Test
  void theShortFormLoadsNextToNothing() throws Exception {
    assertThat(loaded("short"))
        .containsExactlyInAnyOrder(
            "BatchSettings",
            "Deadline",
            "Engine",
            "FailureLog",
            "Options",
            "Outcome",
            "PayloadHandler", // which the program itself names
            "RecordHandler",
            "Records",
            "SequentialRun",
            "SqsBatch",
            "SqsRecords");
  }

  @Test
  void aPayloadCostsItsReader() throws Exception {
    assertThat(loaded("payload"))
        .contains("PayloadReader", "BodyEnvelope", "EnvelopeHandler")
        .doesNotContain(
            "ParallelRun", "Progress", "Schedule", "Worker", "SnsNotification", "S3Envelope");
  }

  @Test
  void threadsAreLoadedWhereTheyAreAskedFor() throws Exception {
    assertThat(loaded("parallel")).contains("ParallelRun", "Progress", "Schedule", "Worker");
  }

  /** The classes of the package that a JVM loads, which loads none that are known to be slow. */
  private static List<String> loaded(String way) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                way)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(output).contains("\ndone");
    List<String> classes = output.lines().map(BatchStartPathTest::className).toList();
    if (!way.equals("parallel")) {
      assertThat(classes)
          .noneMatch(name -> name.contains("VirtualThreadBuilder"))
          .noneMatch(name -> name.startsWith("java.util.regex"))
          .noneMatch(name -> name.startsWith("java.util.stream"))
          .noneMatch(name -> name.startsWith("dev.thaw.") && name.contains("$$Lambda"));
    }
    String home = "dev.thaw.batch.";
    List<String> tests = List.of("StartPathTest", "Batches", "RecordedLog", "Order");
    return classes.stream()
        .filter(name -> name.startsWith(home))
        .map(name -> name.substring(home.length()))
        .filter(name -> tests.stream().noneMatch(name::contains))
        .toList();
  }

  private static String className(String line) {
    // [0.012s][info][class,load] java.lang.Object source: shared objects file
    String text = line.substring(line.lastIndexOf("] ") + 1).strip();
    int end = text.indexOf(" source:");
    return end < 0 ? text : text.substring(0, end);
  }
}
