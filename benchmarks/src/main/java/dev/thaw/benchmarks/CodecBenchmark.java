package dev.thaw.benchmarks;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import dev.thaw.events.EventCodecs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events read and written by Thaw's codecs, by AWS's serialization library and by Jackson 3
 * databind, warm, each as its users do it: Thaw writes into a buffer that it keeps, AWS's client
 * into a new one, databind gives an array.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {
  @Param({"ALB", "SQS", "S3", "KINESIS", "DYNAMODB"})
  public String event = "";

  private final JsonWriter writer = new JsonWriter();
  private byte[] json = {};
  private @Nullable Object value;
  private @Nullable Codec<Object> codec;
  private @Nullable PojoSerializer<Object> serializer;
  private @Nullable ObjectReader databindReader;
  private @Nullable ObjectWriter databindWriter;

  /**
   * @param quick one fork and a few seconds for each, to see that it works
   * @param results the JSON file to write
   */
  static void run(boolean quick, Path results) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(CodecBenchmark.class.getName())
            .addProfiler(GCProfiler.class)
            .resultFormat(ResultFormatType.JSON)
            .result(results.toString());
    if (quick) {
      options.forks(1).warmupIterations(1).measurementIterations(2);
    }
    new Runner(options.build()).run();
  }

  @Setup
  @SuppressWarnings("unchecked")
  public void prepare() throws ClassNotFoundException {
    BenchEvent chosen = BenchEvent.valueOf(event);
    var function = (ParameterizedType) Class.forName(chosen.handler()).getGenericInterfaces()[0];
    Class<?> type = (Class<?>) function.getActualTypeArguments()[0];
    json = chosen.json();
    codec = (Codec<Object>) Objects.requireNonNull(EventCodecs.find(type.getName()));
    serializer = (PojoSerializer<Object>) awsSerializer(type);
    JsonMapper mapper = Databind.mapper();
    databindReader = mapper.readerFor(type);
    databindWriter = mapper.writerFor(type);
    value = serializer.fromJson(new ByteArrayInputStream(json));
  }

  private static PojoSerializer<?> awsSerializer(Class<?> type) {
    return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
        ? LambdaEventSerializers.serializerFor(type, CodecBenchmark.class.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(type);
  }

  @Benchmark
  public @Nullable Object readThaw() {
    return Objects.requireNonNull(codec).read(new JsonReader(json));
  }

  @Benchmark
  public @Nullable Object readAws() {
    return Objects.requireNonNull(serializer).fromJson(new ByteArrayInputStream(json));
  }

  @Benchmark
  public int writeThaw() {
    writer.reset();
    Objects.requireNonNull(codec).write(writer, value);
    return writer.size();
  }

  @Benchmark
  public byte[] writeAws() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Objects.requireNonNull(serializer).toJson(value, out);
    return out.toByteArray();
  }

  @Benchmark
  public @Nullable Object readDatabind() {
    return Objects.requireNonNull(databindReader).readValue(json);
  }

  @Benchmark
  public byte[] writeDatabind() {
    return Objects.requireNonNull(databindWriter).writeValueAsBytes(value);
  }
}
