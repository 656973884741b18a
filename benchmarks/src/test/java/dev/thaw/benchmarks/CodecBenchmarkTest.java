package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import dev.thaw.events.EventCodecs;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Sides that are compared must do the same work: the same values out of the same bytes. */
class CodecBenchmarkTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @ValueSource(strings = {"ALB", "SQS", "S3", "KINESIS", "DYNAMODB"})
  void allReadTheSameValues(String event) throws Exception {
    CodecBenchmark benchmark = prepared(event);

    Object aws = Objects.requireNonNull(benchmark.readAws());
    assertThat(text(benchmark.readThaw())).isEqualTo(text(aws));
    assertThat(text(benchmark.readDatabind())).isEqualTo(text(aws));
    assertThat(benchmark.readDatabind()).hasSameClassAs(aws);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALB", "SQS", "S3", "KINESIS", "DYNAMODB"})
  void whatEachWritesIsReadAsTheSameValue(String event) throws Exception {
    CodecBenchmark benchmark = prepared(event);
    Object value = Objects.requireNonNull(benchmark.readAws());
    @SuppressWarnings("unchecked")
    var codec =
        (Codec<Object>) Objects.requireNonNull(EventCodecs.find(value.getClass().getName()));

    byte[] aws = benchmark.writeAws();
    byte[] databind = benchmark.writeDatabind();
    JsonWriter out = new JsonWriter();
    codec.write(out, value);

    assertThat(benchmark.writeThaw()).isEqualTo(out.size());
    for (byte[] written : new byte[][] {aws, databind, out.toByteArray()}) {
      assertThat(text(codec.read(new JsonReader(written))))
          .as(new String(written, UTF_8))
          .isEqualTo(text(value));
      assertThat(JSON.readTree(written).size()).isPositive();
    }
  }

  private static CodecBenchmark prepared(String event) throws Exception {
    CodecBenchmark benchmark = new CodecBenchmark();
    benchmark.event = event;
    benchmark.prepare();
    return benchmark;
  }

  /** All of a value as text, by one and the same writer: S3's classes have no equals. */
  private static String text(@Nullable Object value) {
    return Databind.mapper().writeValueAsString(value);
  }
}
