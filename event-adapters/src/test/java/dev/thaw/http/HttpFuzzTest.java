package dev.thaw.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.thaw.codec.Json;
import dev.thaw.codec.JsonException;

/**
 * Arbitrary bytes: a request that can be asked everything, or a {@link JsonException}.
 *
 * <p>The ordinary build runs the inputs kept beside this class's resources. To search for new ones
 * for ten minutes:
 *
 * <pre>JAZZER_FUZZ=1 ./mvnw -pl event-adapters -am verify -Dtest=HttpFuzzTest
 *     -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class HttpFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void request(byte[] json) {
    HttpRequest request;
    try {
      request = Json.read(json, HttpRequest.class);
    } catch (JsonException e) {
      return;
    }
    if (request != null) {
      HttpRefusalsTest.ask(request);
    }
  }
}
