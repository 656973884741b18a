package dev.thaw.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.thaw.codec.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of another type than the property's: taken where AWS's library takes them, or refused. */
class LenientValuesTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "\"\"", "null", "1", "-0", "1.50", "1e5", "true", "false"})
  void text(String value) {
    sameAsAws(SQSEvent.class, "{\"Records\":[{\"body\":" + value + "}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "-5", "\"5\"", "\" 5 \"", "\"+5\"", "\"05\"", "\"\"", "null"})
  void integers(String value) {
    sameAsAws(ApplicationLoadBalancerResponseEvent.class, "{\"statusCode\":" + value + "}");
    sameAsAws(DynamodbEvent.class, change("SizeBytes", value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "\"true\"", "\"True\"", "\"FALSE\"", "\"\"", "null"})
  void booleans(String value) {
    sameAsAws(ApplicationLoadBalancerResponseEvent.class, "{\"isBase64Encoded\":" + value + "}");
    sameAsAws(DynamodbEvent.class, change("Keys", "{\"k\":{\"BOOL\":" + value + "}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1479499740",
        "1479499740.123",
        "1479499740.9999",
        "1.47949974E9",
        "-1.9",
        "0",
        "0.0",
        "0.0004",
        "1e400",
        "\"1479499740.123\"",
        "\"\"",
        "null"
      })
  void times(String value) {
    sameAsAws(DynamodbEvent.class, change("ApproximateCreationDateTime", value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "statusCode      | 1.5           | an integer but found a fraction or an exponent",
        "statusCode      | 2147483648    | an int but found a number out of its range",
        "statusCode      | \"x\"         | an int but found a string that holds none",
        "statusCode      | \"2147483648\"| an int but found a string that holds none",
        "statusCode      | true          | a number but found a boolean",
        "statusCode      | {}            | a number but found an object",
        "isBase64Encoded | 1             | a boolean but found a number",
        "isBase64Encoded | \"yes\"       | a boolean but found a string that holds none",
        "isBase64Encoded | []            | a boolean but found an array",
        "body            | {}            | a string but found an object",
        "body            | [\"x\"]       | a string but found an array",
        "headers         | []            | an object but found an array",
        "headers         | \"x\"         | an object but found a string",
        "headers         | 0             | an object but found a number"
      })
  void refusesOtherShapes(String property, String value, String problem) {
    assertThatThrownBy(() -> read("{\"" + property + "\": " + value + "}"))
        .isInstanceOf(JsonException.class)
        .hasMessage(
            "Expected "
                + problem
                + " at $."
                + property
                + " (byte "
                + (property.length() + 5)
                + ")");
  }

  @Test
  void refusesWhatIsNoTime() {
    assertThatThrownBy(
            () ->
                Thaw.read(
                    DynamodbEvent.class, json(change("ApproximateCreationDateTime", "\"now\""))))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("Expected a number but found a string that holds none")
        .hasMessageContaining("$.Records[0].dynamodb.ApproximateCreationDateTime");
  }

  @Test
  void doesNotQuoteValues() {
    assertThatThrownBy(() -> read("{\"statusCode\":\"s3cret\"}"))
        .isInstanceOf(JsonException.class)
        .hasNoCause()
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void readsNullAsNoEvent() {
    assertThat(Thaw.readNullable(SQSEvent.class, json("null"))).isNull();
    assertThat(new String(Thaw.write(SQSEvent.class, null), UTF_8)).isEqualTo("null");
  }

  private static Object read(String json) {
    return Thaw.read(ApplicationLoadBalancerResponseEvent.class, json(json));
  }

  private static String change(String field, String value) {
    return "{\"Records\":[{\"dynamodb\":{\"" + field + "\":" + value + "}}]}";
  }

  private static <T> void sameAsAws(Class<T> type, String json) {
    assertThat(Values.seen(Thaw.read(type, json(json))))
        .isEqualTo(Values.seen(AwsLibrary.read(type, json(json))));
  }

  private static byte[] json(String json) {
    return json.getBytes(UTF_8);
  }
}
