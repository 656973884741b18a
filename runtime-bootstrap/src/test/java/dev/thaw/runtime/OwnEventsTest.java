package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.OwnEvents;
import org.junit.jupiter.api.Test;

/** Events that AWS's library lacks, whose generic types keep their arguments. */
class OwnEventsTest {

  @Test
  void aDetailWithACodec() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(OwnEvents.Coded.class)) {
      assertThat(
              function.respond(
                  event("EC2 Instance-launch Lifecycle Action", "{\"EC2InstanceId\":\"i-1\"}")))
          .isEqualTo("\"EC2 Instance-launch Lifecycle Action of i-1 at 2026-03-14T09:26:53Z\"");
      assertThat(function.fail("{\"detail\":[[]]}").get("errorMessage").asString())
          .contains("detail");
    }
  }

  @Test
  void aDetailWithoutACodecIsReadByJackson() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(OwnEvents.Plain.class)) {
      assertThat(function.respond(event("Placed", "{\"id\":\"o-1\",\"count\":2,\"more\":{}}")))
          .isEqualTo("\"Placed Order[id=o-1, count=2]\"");
    }
  }

  @Test
  void anyDetail() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(OwnEvents.Any.class)) {
      assertThat(function.respond(event("Placed", "{\"id\":[1,2.5,{\"a\":true}]}")))
          .isEqualTo("{\"id\":[1,2.5,{\"a\":true}]}");
    }
  }

  @Test
  void aBatchOfAResolver() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(OwnEvents.Batch.class)) {
      assertThat(
              function.respond(
                  "[{\"info\":{\"fieldName\":\"a\"},\"source\":{\"id\":1}},"
                      + "{\"info\":{\"fieldName\":\"b\"},\"source\":null}]"))
          .isEqualTo("[\"a {id=1}\",\"b null\"]");
    }
  }

  @Test
  void aFunctionUrl() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(OwnEvents.Url.class)) {
      assertThat(
              RuntimeProcess.json(
                  function.respond(
                      "{\"rawPath\":\"/a\",\"queryStringParameters\":{\"b\":\"c\"},"
                          + "\"requestContext\":{\"timeEpoch\":1}}")))
          .isEqualTo(
              RuntimeProcess.json(
                  "{\"statusCode\":200,\"headers\":{\"b\":\"c\"},\"body\":\"/a\","
                      + "\"isBase64Encoded\":false}"));
    }
  }

  private static String event(String detailType, String detail) {
    return "{\"version\":\"0\",\"detail-type\":\""
        + detailType
        + "\",\"time\":\"2026-03-14T09:26:53Z\",\"detail\":"
        + detail
        + "}";
  }
}
