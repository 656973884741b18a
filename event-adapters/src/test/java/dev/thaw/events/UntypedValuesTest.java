package dev.thaw.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.LambdaDestinationEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import dev.thaw.codec.JsonObjects;
import dev.thaw.codec.JsonWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of properties that AWS's classes declare as Object. */
class UntypedValuesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "2147483647",
        "2147483648",
        "-2147483649",
        "999999999999999999",
        "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "123456789012345678901234567890",
        "1.0",
        "-0.0",
        "1e2",
        "1E400",
        "0.1",
        "true",
        "\"\"",
        "null",
        "[]",
        "[null,[1],{}]",
        "{\"a\":{\"b\":null,\"\":[false]}}"
      })
  void areReadAsAwsDoes(String value) {
    byte[] json = ("{\"responsePayload\":" + value + "}").getBytes(UTF_8);
    Object aws = AwsLibrary.read(LambdaDestinationEvent.class, json).getResponsePayload();
    Object thaw = Thaw.read(LambdaDestinationEvent.class, json).getResponsePayload();

    assertThat(thaw).isEqualTo(aws);
    if (aws != null) {
      assertThat(thaw).hasSameClassAs(aws);
    }
  }

  static List<Object> written() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("a", null);
    map.put("b", new ArrayList<>(Arrays.asList(null, 1)));
    return List.of(
        (byte) -3,
        (short) 300,
        7,
        7L,
        1.5f,
        2.5,
        Float.NaN,
        Double.NEGATIVE_INFINITY,
        BigInteger.TEN.pow(30),
        new BigDecimal("1.50"),
        new AtomicInteger(5),
        TimeUnit.DAYS,
        new byte[] {1, 2},
        ByteBuffer.wrap(new byte[] {1, 2}),
        new Object[] {"x", 1, null},
        new String[] {"x"},
        Set.of("x"),
        Map.of(17, "by a number"),
        map,
        new SQSBatchResponse(List.of(new BatchItemFailure("1"))));
  }

  @ParameterizedTest
  @MethodSource("written")
  void areWrittenAsAwsDoes(Object value) {
    LambdaDestinationEvent event = new LambdaDestinationEvent();
    event.setResponsePayload(value);

    assertThat(Values.tree(Thaw.write(LambdaDestinationEvent.class, event)))
        .isEqualTo(Values.tree(AwsLibrary.write(LambdaDestinationEvent.class, event)));
  }

  @Test
  void ofAnotherTypeAreRefusedByName() {
    assertThatThrownBy(() -> JsonObjects.write(new JsonWriter(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("There is no codec for java.util.Optional");
  }
}
