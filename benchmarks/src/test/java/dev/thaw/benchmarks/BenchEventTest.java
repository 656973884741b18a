package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import dev.thaw.http.HttpHandler;
import dev.thaw.http.HttpRequest;
import dev.thaw.http.HttpRequestCodec;
import dev.thaw.http.HttpResponseWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchEventTest {
  /** What every subject is held to is what AWS's own library makes of event and answer. */
  @ParameterizedTest
  @EnumSource
  void theAnswerIsTheOneThatAwsLibraryGives(BenchEvent event) throws Exception {
    Class<?> function = Class.forName(event.handler());
    var types = ((ParameterizedType) function.getGenericInterfaces()[0]).getActualTypeArguments();
    @SuppressWarnings("unchecked")
    var handler = (RequestHandler<Object, Object>) function.getDeclaredConstructor().newInstance();

    Object input = serializer((Class<?>) types[0]).fromJson(new ByteArrayInputStream(event.json()));
    var answer = new ByteArrayOutputStream();
    serializer((Class<?>) types[1]).toJson(handler.handleRequest(input, null), answer);

    assertThatCode(() -> event.check(answer.toByteArray())).doesNotThrowAnyException();
    assertThatCode(() -> event.check(event.answer().getBytes(UTF_8))).doesNotThrowAnyException();
  }

  /** The response that Thaw's HTTP layer writes, read by AWS's own class of a response. */
  @Test
  @SuppressWarnings("NullAway") // the function asks nothing of its invocation
  void theHttpLayerGivesTheAnswerOfTheTypedFunction() throws Exception {
    HttpRequest request =
        Objects.requireNonNull(new HttpRequestCodec().read(new JsonReader(BenchEvent.HTTP.json())));
    Class<?> function = Class.forName(BenchEvent.HTTP.thawHandler());
    var handler = (HttpHandler) function.getDeclaredConstructor().newInstance();
    JsonWriter json = new JsonWriter();

    HttpResponseWriter.write(json, handler.handle(request, null), request);
    var seen =
        (ApplicationLoadBalancerResponseEvent)
            serializer(ApplicationLoadBalancerResponseEvent.class)
                .fromJson(new ByteArrayInputStream(json.toByteArray()));

    assertThatCode(() -> BenchEvent.HTTP.check(json.toByteArray())).doesNotThrowAnyException();
    assertThat(seen.getStatusCode()).isEqualTo(200);
    assertThat(seen.getBody()).isEqualTo("{\"path\":\"/lambda\",\"query\":\"1234ABCD\"}");
  }

  @Test
  void anotherAnswerIsAnError() {
    assertThatThrownBy(() -> BenchEvent.SQS.check("{\"batchItemFailures\":[]}".getBytes(UTF_8)))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("2e1424d4");
    assertThatThrownBy(() -> BenchEvent.SQS.check("{\"batch".getBytes(UTF_8)))
        .isInstanceOf(MeasurementException.class);
  }

  @Test
  void anHttpResponseMayBeWrittenInOtherWays() {
    String lists =
        """
        {"statusCode":200,"multiValueHeaders":{"content-type":["application/json;charset=utf-8"]},
        "headers":null,"isBase64Encoded":true,
        "body":"eyJwYXRoIjoiL2xhbWJkYSIsInF1ZXJ5IjoiMTIzNEFCQ0QifQ=="}""";

    assertThatCode(() -> BenchEvent.HTTP.check(lists.getBytes(UTF_8))).doesNotThrowAnyException();
    for (String part : List.of("200", "content-type", "application/json", "eyJwYXRo")) {
      String other = lists.replace(part, "201");
      assertThatThrownBy(() -> BenchEvent.HTTP.check(other.getBytes(UTF_8)))
          .as(part)
          .isInstanceOf(MeasurementException.class);
    }
  }

  @SuppressWarnings("unchecked")
  private static PojoSerializer<Object> serializer(Class<?> type) {
    if (LambdaEventSerializers.isLambdaSupportedEvent(type.getName())) {
      return (PojoSerializer<Object>)
          LambdaEventSerializers.serializerFor(type, BenchEventTest.class.getClassLoader());
    }
    return (PojoSerializer<Object>) JacksonFactory.getInstance().getSerializer(type);
  }
}
