package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.thaw.benchmarks.floor.Floor;
import dev.thaw.benchmarks.functions.Queue;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmLoopTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir Path directory;

  @Test
  void everyInvocationIsCheckedAndTimed() throws Exception {
    WarmLoad load = new WarmLoad(1024, 1, 300);

    WarmLoop.Sample sample = measure(load, WarmLoad.ANSWER);

    assertThat(sample.latencies().getTotalCount()).isEqualTo(300);
    assertThat(sample.latencies().getMinValue()).isGreaterThan(1_000);
    assertThat(sample.cpuNanos()).isBetween(1_000.0, 10_000_000.0);
    // one at a time: all latencies together are no longer than the loop
    double seconds = 300 / sample.perSecond();
    assertThat(sample.latencies().getMean() * 300 / 1e9).isBetween(seconds / 10, seconds * 1.01);
  }

  @Test
  void aWrongAnswerDoesNotCount() {
    assertThatThrownBy(() -> measure(new WarmLoad(1024, 1, 10), "null"))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("answered null");
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 100 * 1024, 6 * 1024 * 1024})
  @SuppressWarnings("unchecked")
  void anEventHasItsSizeAndTheFunctionFailsNoneOfItsMessages(int bytes) {
    byte[] json = new WarmLoad(bytes, 1, 1).event();

    var serializer =
        (PojoSerializer<SQSEvent>)
            (PojoSerializer<?>)
                LambdaEventSerializers.serializerFor(
                    SQSEvent.class, WarmLoopTest.class.getClassLoader());
    SQSEvent event = serializer.fromJson(new ByteArrayInputStream(json));

    assertThat(json).hasSize(bytes);
    assertThat(event.getRecords()).hasSizeGreaterThanOrEqualTo(Math.max(1, bytes / 1200));
    RequestHandler<SQSEvent, SQSBatchResponse> queue = new Queue();
    assertThat(queue.handleRequest(event, null).getBatchItemFailures()).isEmpty();
  }

  private WarmLoop.Sample measure(WarmLoad load, String answer) throws Exception {
    List<String> command =
        List.of(
            JAVA.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Floor.class.getName(),
            answer);
    Subject floor = new Subject("floor", command, directory, "any.Handler");
    return WarmLoop.measure(floor, load, WarmLoad.ANSWER, directory.resolve("output.log"));
  }
}
