package dev.thaw.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.codec.Json;
import dev.thaw.codec.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no request: said clearly, and without a value of the event, which ends in logs. */
class HttpRefusalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Records\":[{\"body\":\"hunter2\"}]} | it has Records",
        "{\"detail-type\":\"hunter2\",\"source\":\"aws.s3\"} | it has detail-type",
        "{} | it has neither httpMethod nor path",
        "{\"key1\":\"hunter2\"} | it has neither httpMethod nor path",
        "{\"path\":\"/hunter2\"} | it has a path but no httpMethod",
        "{\"httpMethod\":\"hunter2\"} | it has a method but no path",
        "{\"version\":\"2.0\",\"rawPath\":\"/hunter2\"} | rawPath but no requestContext.http.method",
      })
  void otherEvents(String json, String message) {
    assertThatThrownBy(() -> HttpEvents.read(json))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("Application Load Balancers")
        .hasMessageContaining("VPC Lattice")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void vpcLatticeVersion1() {
    assertThatThrownBy(() -> HttpEvents.sample("vpc-lattice-version-1"))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("set the target group's LambdaEventStructureVersion to V2")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void webSocketApis() {
    assertThatThrownBy(() -> HttpEvents.sample("websocket"))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("APIGatewayV2WebSocketEvent");
  }

  @Test
  void aBodyThatIsNoText() {
    assertThatThrownBy(
            () -> HttpEvents.read("{\"httpMethod\":\"GET\",\"path\":\"/\",\"body\":{\"a\":1}}"))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("$.body");
  }

  @Test
  void noEventAtAll() {
    assertThat(Json.read("null".getBytes(StandardCharsets.UTF_8), HttpRequest.class)).isNull();
    assertThatThrownBy(() -> HttpEvents.read("[]")).isInstanceOf(JsonException.class);
  }

  /** Whatever is broken: a request or a {@link JsonException}, and the request can be asked. */
  @Property(tries = 1500)
  void brokenEvents(@ForAll long seed) throws IOException {
    List<String> samples =
        List.of(
            "alb",
            "alb-multi-value",
            "rest-api",
            "http-api-format-1",
            "http-api",
            "function-url",
            "vpc-lattice",
            "websocket");
    Random random = new Random(seed);
    byte[] json = HttpEvents.json(samples.get(random.nextInt(samples.size()))).clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(json.length);
      switch (random.nextInt(3)) {
        case 0 -> json[at] = (byte) "{}[]\",:0n%/ ".charAt(random.nextInt(12));
        case 1 -> json[at] = (byte) random.nextInt(256);
        default -> {
          // A piece is gone.
          int length = Math.min(random.nextInt(40), json.length - at);
          System.arraycopy(json, at + length, json, at, json.length - at - length);
          json = Arrays.copyOf(json, json.length - length);
        }
      }
    }
    HttpRequest request;
    try {
      request = Json.read(json, HttpRequest.class);
    } catch (JsonException e) {
      return;
    }
    if (request != null) {
      ask(request);
    }
  }

  static void ask(HttpRequest request) {
    assertThat(request.toString()).startsWith(request.method());
    assertThat(request.path()).isNotNull();
    assertThat(HttpRequest.of("GET", "/?" + request.rawQuery()).query()).isNotNull();
    assertThat(request.query()).isNotNull();
    assertThat(request.headers()).isNotNull();
    assertThat(request.cookies()).isNotNull();
    assertThat(request.claims()).isNotNull();
    request.clientAddress();
    request.isHealthCheck();
    try {
      assertThat(request.body()).isNotNull();
    } catch (IllegalArgumentException e) {
      // A broken body in base64 shows when it is asked for.
      assertThat(e).hasMessageContaining("base64");
    }
  }
}
