package dev.thaw.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Arbitrary bytes: what Jackson 3 reads we read alike, what it refuses we refuse.
 *
 * <p>The ordinary build runs the inputs kept beside this class's resources. To search for new ones
 * for ten minutes:
 *
 * <pre>JAZZER_FUZZ=1 ./mvnw -pl event-adapters -am verify -Dtest=JsonFuzzTest
 *     -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class JsonFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void readsAsJacksonDoes(byte[] json) {
    Tokens.compare(json);
  }
}
