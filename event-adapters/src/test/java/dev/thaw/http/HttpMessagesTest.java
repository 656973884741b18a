package dev.thaw.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a test makes, and responses that a handler makes. */
class HttpMessagesTest {

  /** What a JSON string is made of. */
  private static final Codec<String> TEXT =
      new Codec<>() {
        @Override
        public @Nullable String read(JsonReader in) {
          return in.nextNull() ? null : in.nextString();
        }

        @Override
        public void write(JsonWriter out, @Nullable String value) {
          out.value(value);
        }
      };

  @Test
  void aRequestForATest() {
    HttpRequest request = HttpRequest.of("GET", "/gr%C3%B6%C3%9Fe?x=1&x=a%20b");

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).isEqualTo("/größe");
    assertThat(request.queryAll("x")).containsExactly("1", "a b");
    assertThat(request.query("y")).isNull();
    assertThat(request.queryAll("y")).isEmpty();
    assertThat(request.body()).isEmpty();
    assertThat(request.contentType()).isNull();
  }

  @Test
  void aBuiltRequest() {
    HttpRequest request =
        HttpRequest.builder("POST", "/orders")
            .source(HttpSource.REST_API)
            .json("\"Tür\"")
            .header("X-Tag", "a")
            .header("x-tag", "b")
            .cookie("cart", "7")
            .cookie("theme", "dark")
            .claim("sub", "jane")
            .clientAddress("203.0.113.7")
            .stage("prod")
            .build();

    assertThat(request.source()).isEqualTo(HttpSource.REST_API);
    assertThat(request.headers("X-TAG")).containsExactly("a", "b");
    assertThat(request.cookie("theme")).isEqualTo("dark");
    assertThat(request.claim("sub")).isEqualTo("jane");
    assertThat(request.clientAddress()).isEqualTo("203.0.113.7");
    assertThat(request.stage()).isEqualTo("prod");
    assertThat(request.contentType()).isEqualTo("application/json");
    assertThat(request.json(TEXT)).isEqualTo("Tür");
    assertThat(request.toString()).isEqualTo("POST /orders (REST_API)");
  }

  @Test
  void aRequestDoesNotChange() {
    HttpRequest request = HttpRequest.builder("GET", "/?a=1").header("A", "1").body("x").build();

    request.body()[0] = 'y';
    HttpRequest other = request.withHeader("a", "2");

    assertThat(request.text()).isEqualTo("x");
    assertThat(request.header("a")).isEqualTo("1");
    assertThat(other.headers("a")).containsExactly("2");
    assertThat(other.query("a")).isEqualTo("1");
    assertThat(other.text()).isEqualTo("x");
    assertThatThrownBy(() -> request.headers().put("b", List.of()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> request.queryAll("a").add("2"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain; charset=ISO-8859-1 | ü",
        "text/plain; a=b ; Charset=\"iso-8859-1\" | ü",
        "text/plain; charset=windows-1252 | ü",
      })
  void textIsInTheCharacterSetOfItsType(String type, String text) {
    HttpRequest request =
        HttpRequest.builder("POST", "/")
            .header("content-type", type)
            .body(new byte[] {(byte) 0xfc})
            .build();

    assertThat(request.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "text/plain; charset=utf-8", "text/plain; charset=nobody's"})
  void elseItIsUtf8(String type) {
    HttpRequest request =
        HttpRequest.builder("POST", "/").header("content-type", type).body("ü").build();

    assertThat(request.text()).isEqualTo("ü");
  }

  /** A malformed percent sign is the client's affair, and no reason to fail. */
  @ParameterizedTest
  @CsvSource({"%, %", "%4, %4", "%zz, %zz", "%%41, %A", "a%4, a%4", "%41%, A%", "%+1, '% 1'"})
  void malformedPercentSignsStay(String raw, String decoded) {
    HttpRequest request = HttpRequest.of("GET", "/?q=" + raw);

    assertThat(request.query("q")).isEqualTo(decoded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | {a=[]}",
        "a= | {a=[]}",
        "=b | {=[b]}",
        "a=b=c | {a=[b=c]}",
        "a=1&&b=2& | {a=[1], b=[2]}",
        "a=1&a&a=2 | {a=[1, , 2]}",
        "& | {}",
      })
  void oddQueries(String query, String parameters) {
    assertThat(HttpRequest.of("GET", "/?" + query).query().toString()).isEqualTo(parameters);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=x; a=1", "a=1; =x", "a=1;=x", "a=1; x", "a=1;; ;"})
  void cookiesHaveNames(String header) {
    HttpRequest request = HttpRequest.builder("GET", "/").header("cookie", header).build();

    assertThat(request.cookies()).isEqualTo(Map.of("a", List.of("1")));
  }

  @Test
  void responses() {
    assertThat(HttpResponse.text(200, "ü").header("Content-Type"))
        .isEqualTo("text/plain; charset=utf-8");
    assertThat(HttpResponse.html(200, "<p>").header("content-type"))
        .isEqualTo("text/html; charset=utf-8");
    HttpResponse json = HttpResponse.json(201, "Tür", TEXT);
    assertThat(json.header("content-type")).isEqualTo("application/json");
    assertThat(json.text()).isEqualTo("\"Tür\"");
    assertThat(HttpResponse.json(200, null).text()).isEqualTo("null");
    assertThat(HttpResponse.redirect("/login").status()).isEqualTo(302);
    assertThat(HttpResponse.redirect(308, "/new").header("location")).isEqualTo("/new");
    assertThat(HttpResponse.text(200, "secret").toString()).doesNotContain("secret");
  }

  @Test
  void aResponseDoesNotChange() {
    byte[] bytes = "x".getBytes(StandardCharsets.US_ASCII);
    HttpResponse response = HttpResponse.bytes(200, "image/png", bytes);
    bytes[0] = 'y';
    response.body()[0] = 'z';

    HttpResponse other =
        response.header("A", "1").header("a", "2").withHeader("Content-Type", "image/gif");

    assertThat(response.text()).isEqualTo("x");
    assertThat(response.headers()).containsOnlyKeys("content-type");
    assertThat(other.headers("A")).containsExactly("1", "2");
    assertThat(other.headers("content-type")).containsExactly("image/gif");
    assertThat(other.withoutHeader("a").headers("a")).isEmpty();
  }

  /** As a compact constructor of a record may. */
  @Test
  void whatAConstructorRefusesIsTheClientsError() {
    HttpRequest request = HttpRequest.builder("POST", "/").json("[\"a\",\"s3cret\",\"b\"]").build();

    assertThatThrownBy(() -> request.json(words(new IllegalArgumentException("s3cret"))))
        .isInstanceOfSatisfying(
            HttpException.class, error -> assertThat(error.status()).isEqualTo(400))
        .hasMessageContaining("$[1]")
        .hasMessageNotContaining("s3cret")
        .hasRootCauseMessage("s3cret");
    assertThatThrownBy(() -> request.json(words(new HttpException(422, "No such word"))))
        .hasMessage("No such word");
  }

  /** A list of anything but secrets. */
  private static Codec<String> words(RuntimeException refusal) {
    return new Codec<>() {
      @Override
      public String read(JsonReader in) {
        StringBuilder words = new StringBuilder();
        in.beginArray();
        while (in.nextElement()) {
          String word = in.nextString();
          if (word.equals("s3cret")) {
            throw refusal;
          }
          words.append(word);
        }
        return words.toString();
      }

      @Override
      public void write(JsonWriter out, @Nullable String value) {
        out.value(value);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 100, 199, 600})
  void statusesThatAreNone(int status) {
    assertThatThrownBy(() -> HttpResponse.of(status)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HttpResponse.text(status, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Else a client's input could add headers of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"a\r\nset-cookie: x=1", "a\nb", "a\u0000", "a\u007f"})
  void headersAreNotInjected(String value) {
    HttpResponse response = HttpResponse.of(200);

    assertThatThrownBy(() -> response.header("x", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("set-cookie");
    assertThatThrownBy(() -> response.withHeader("x", value))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> response.cookie(value)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HttpResponse.redirect(value))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HttpResponse.bytes(200, value, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:", "ä", "a\n"})
  void namesThatAreNone(String name) {
    assertThatThrownBy(() -> HttpResponse.of(200).header(name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
