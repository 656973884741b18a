package dev.thaw.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.http.SentRequest.Pair;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a client sends, and through whichever source: the function sees what was meant. */
class HttpRequestPropertyTest {
  private static final String API = "id.execute-api.eu-central-1.amazonaws.com";
  private static final String URL = "id.lambda-url.eu-central-1.on.aws";

  @Provide
  Arbitrary<SentRequest> requests() {
    return SentRequest.any();
  }

  @Provide
  Arbitrary<String> stages() {
    return Arbitraries.of("$default", "dev", "v1.0");
  }

  @Property(tries = 250)
  void loadBalancer(@ForAll("requests") SentRequest sent, @ForAll long seed) {
    HttpRequest request = HttpEvents.read(new EventEncoder(seed).loadBalancer(sent, true));

    assertThat(request.source()).isEqualTo(HttpSource.ALB);
    same(request, sent);
    sameQuery(request, sent);
    sameHeaders(request, SentRequest.lists(EventEncoder.lowerCase(sent.headers())));
  }

  @Property(tries = 250)
  void loadBalancerWithLastValues(@ForAll("requests") SentRequest sent, @ForAll long seed) {
    HttpRequest request = HttpEvents.read(new EventEncoder(seed).loadBalancer(sent, false));

    assertThat(request.source()).isEqualTo(HttpSource.ALB);
    same(request, sent);
    assertThat(request.query()).isEqualTo(single(SentRequest.lasts(sent.query())));
    sameHeaders(request, single(SentRequest.lasts(EventEncoder.lowerCase(sent.headers()))));
  }

  @Property(tries = 250)
  void restApi(@ForAll("requests") SentRequest sent, @ForAll long seed) {
    HttpRequest request = HttpEvents.read(new EventEncoder(seed).restApi(sent));

    assertThat(request.source()).isEqualTo(HttpSource.REST_API);
    assertThat(request.clientAddress()).isEqualTo("198.51.100.9");
    same(request, sent);
    sameQuery(request, sent);
    sameHeaders(request, SentRequest.lists(EventEncoder.lowerCase(sent.headers())));
  }

  @Property(tries = 250)
  void httpApi(
      @ForAll("requests") SentRequest sent, @ForAll("stages") String stage, @ForAll long seed) {
    HttpRequest request = HttpEvents.read(new EventEncoder(seed).version2(sent, API, stage));

    assertThat(request.source()).isEqualTo(HttpSource.HTTP_API);
    assertThat(request.stage()).isEqualTo(stage);
    same(request, sent);
    sameQuery(request, sent);
    sameHeaders(request, single(SentRequest.joined(EventEncoder.lowerCase(sent.headers()))));
  }

  @Property(tries = 250)
  void functionUrl(@ForAll("requests") SentRequest sent, @ForAll long seed) {
    HttpRequest request = HttpEvents.read(new EventEncoder(seed).version2(sent, URL, "$default"));

    assertThat(request.source()).isEqualTo(HttpSource.FUNCTION_URL);
    same(request, sent);
    sameQuery(request, sent);
    sameHeaders(request, single(SentRequest.joined(EventEncoder.lowerCase(sent.headers()))));
  }

  @Property(tries = 250)
  void lattice(@ForAll("requests") SentRequest sent, @ForAll long seed) {
    HttpRequest request = HttpEvents.read(new EventEncoder(seed).lattice(sent));

    assertThat(request.source()).isEqualTo(HttpSource.VPC_LATTICE);
    same(request, sent);
    sameQuery(request, sent);
    sameHeaders(request, SentRequest.lists(EventEncoder.lowerCase(sent.headers())));
  }

  private static void same(HttpRequest request, SentRequest sent) {
    assertThat(request.method()).isEqualTo(sent.method());
    assertThat(request.path()).isEqualTo(sent.decodedPath());
    assertThat(request.cookies()).isEqualTo(SentRequest.lists(sent.cookies()));
    assertThat(request.text()).isEqualTo(sent.text());
    assertThat(request.body()).isEqualTo(sent.text().getBytes(StandardCharsets.UTF_8));
  }

  private static void sameQuery(HttpRequest request, SentRequest sent) {
    Map<String, List<String>> query = SentRequest.lists(sent.query());
    assertThat(request.query()).isEqualTo(query);
    assertThat(request.query().keySet()).containsExactlyElementsOf(query.keySet());
    // What is printed reads the same again.
    HttpRequest again = HttpRequest.of("GET", "/?" + request.rawQuery());
    assertThat(again.query()).isEqualTo(query);
    for (Pair pair : sent.query()) {
      assertThat(request.queryAll(pair.name())).isEqualTo(query.get(pair.name()));
    }
  }

  private static void sameHeaders(HttpRequest request, Map<String, List<String>> headers) {
    Map<String, List<String>> others = new LinkedHashMap<>(request.headers());
    others.remove("cookie");
    assertThat(others).isEqualTo(headers);
  }

  private static Map<String, List<String>> single(Map<String, String> values) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    values.forEach((name, value) -> lists.put(name, List.of(value)));
    return lists;
  }
}
