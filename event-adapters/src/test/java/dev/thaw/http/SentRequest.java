package dev.thaw.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What a client means to send.
 *
 * @param path its segments, not encoded
 * @param query pairs, not encoded
 * @param headers pairs; the names of different headers differ in more than their case
 * @param cookies pairs
 * @param text the body
 * @param plus whether blanks of the query are encoded as plus signs
 */
record SentRequest(
    String method,
    List<String> path,
    List<Pair> query,
    List<Pair> headers,
    List<Pair> cookies,
    String text,
    boolean plus) {

  record Pair(String name, String value) {}

  static Arbitrary<SentRequest> any() {
    Arbitrary<String> texts =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.strings().ascii().ofMaxLength(6)),
            Tuple.of(
                2, Arbitraries.of("", "%", "%41", "a+b", "ü", "日本", "😀", "a b", "=", "&", "1,2")));
    Arbitrary<String> names = Arbitraries.of("q", "tag", "a b", "ü[]", "%41", "a+b", "x&y=z");
    Arbitrary<Pair> query = Combinators.combine(names, texts).as(Pair::new);
    Arbitrary<String> fields = Arbitraries.of("Accept", "x-one", "X-Two", "ETag");
    Arbitrary<String> values =
        Arbitraries.strings().withChars("abz09 ,;=\"/*").ofMinLength(1).ofMaxLength(8);
    Arbitrary<Pair> headers = Combinators.combine(fields, values.map(String::strip)).as(Pair::new);
    Arbitrary<Pair> cookies =
        Combinators.combine(
                Arbitraries.of("cart", "theme", "__Host-id"),
                Arbitraries.strings().withChars("az09=+/%").ofMaxLength(6))
            .as(Pair::new);
    return Combinators.combine(
            Arbitraries.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"),
            texts.filter(text -> !text.contains("/")).list().ofMaxSize(4),
            query.list().ofMaxSize(5),
            headers.list().ofMaxSize(5),
            cookies.list().ofMaxSize(3),
            texts,
            Arbitraries.of(true, false))
        .as(SentRequest::new);
  }

  /** The path as a server should see it. */
  String decodedPath() {
    return "/" + String.join("/", path);
  }

  /** The path on the wire. */
  String encodedPath() {
    return "/" + String.join("/", path.stream().map(segment -> encoded(segment, false)).toList());
  }

  /** The query on the wire. */
  String encodedQuery() {
    return String.join(
        "&",
        query.stream()
            .map(pair -> encoded(pair.name(), plus) + "=" + encoded(pair.value(), plus))
            .toList());
  }

  List<Pair> encodedPairs() {
    return query.stream()
        .map(pair -> new Pair(encoded(pair.name(), plus), encoded(pair.value(), plus)))
        .toList();
  }

  /** Each cookie as {@code name=value}. */
  List<String> cookieTexts() {
    return cookies.stream().map(pair -> pair.name() + "=" + pair.value()).toList();
  }

  private static String encoded(String text, boolean plus) {
    String form = URLEncoder.encode(text, StandardCharsets.UTF_8);
    return plus ? form : form.replace("+", "%20");
  }

  static Map<String, List<String>> lists(List<Pair> pairs) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    pairs.forEach(
        pair -> lists.computeIfAbsent(pair.name(), key -> new ArrayList<>()).add(pair.value()));
    return lists;
  }

  static Map<String, String> lasts(List<Pair> pairs) {
    Map<String, String> lasts = new LinkedHashMap<>();
    pairs.forEach(pair -> lasts.put(pair.name(), pair.value()));
    return lasts;
  }

  static Map<String, String> joined(List<Pair> pairs) {
    Map<String, String> joined = new LinkedHashMap<>();
    pairs.forEach(
        pair -> joined.merge(pair.name(), pair.value(), (before, value) -> before + "," + value));
    return joined;
  }
}
