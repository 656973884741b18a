package dev.thaw.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One event of each source, in the shape that AWS documents. */
class HttpSourcesTest {

  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html */
  @Test
  void loadBalancer() throws IOException {
    HttpRequest request = HttpEvents.sample("alb");

    assertThat(request.source()).isEqualTo(HttpSource.ALB);
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).isEqualTo("/größe/a+b");
    assertThat(request.rawPath()).isEqualTo("/gr%C3%B6%C3%9Fe/a+b");
    assertThat(request.query())
        .containsExactly(
            entry("q", List.of("black tea milk")),
            entry("name", List.of("ü")),
            entry("flag", List.of("")),
            entry("rate", List.of("100%")));
    assertThat(request.rawQuery()).isEqualTo("q=black%20tea+milk&na%6De=%C3%BC&flag=&rate=100%");
    assertThat(request.header("User-Agent")).isEqualTo("Mozilla/5.0");
    assertThat(request.cookies())
        .containsExactly(entry("cart", List.of("7", "8")), entry("theme", List.of("dark")));
    assertThat(request.clientAddress()).isEqualTo("203.0.113.7");
    assertThat(request.domainName()).isEqualTo("shop-1234567890.eu-central-1.elb.amazonaws.com");
    assertThat(request.stage()).isNull();
    assertThat(request.requestId()).isNull();
    assertThat(request.claims()).isEmpty();
    assertThat(request.body()).isEmpty();
    assertThat(request.text()).isEmpty();
    assertThat(request.isHealthCheck()).isFalse();
  }

  @Test
  void loadBalancerWithMultiValueHeaders() throws IOException {
    HttpRequest request = HttpEvents.sample("alb-multi-value");

    assertThat(request.source()).isEqualTo(HttpSource.ALB);
    assertThat(request.queryAll("tag")).containsExactly("red", "green blue", "red");
    assertThat(request.query("tag")).isEqualTo("red");
    assertThat(request.query("q")).isEqualTo("a+b");
    assertThat(request.headers("ACCEPT")).containsExactly("text/html", "application/json");
    assertThat(request.cookie("cart")).isEqualTo("7");
    assertThat(request.cookie("lang")).isEqualTo("de");
    assertThat(request.clientAddress()).isEqualTo("203.0.113.7");
    assertThat(request.body()).containsExactly(0x00, 0xff, 0x80);
  }

  @Test
  void loadBalancerHealthCheck() throws IOException {
    HttpRequest request = HttpEvents.sample("alb-health-check");

    assertThat(request.isHealthCheck()).isTrue();
    assertThat(request.clientAddress()).isNull();
  }

  /**
   * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
   */
  @Test
  void restApi() throws IOException {
    HttpRequest request = HttpEvents.sample("rest-api");

    assertThat(request.source()).isEqualTo(HttpSource.REST_API);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/größe/a/b");
    assertThat(request.pathParameter("proxy")).isEqualTo("größe/a/b");
    assertThat(request.rawPath()).isEqualTo("/gr%C3%B6%C3%9Fe/a%2Fb");
    // Decoded by API Gateway: what looks encoded now is what the client meant.
    assertThat(request.query())
        .containsExactly(
            entry("tag", List.of("red", "green blue")), entry("q", List.of("100%25 a+b")));
    assertThat(request.rawQuery()).isEqualTo("tag=red&tag=green%20blue&q=100%2525%20a%2Bb");
    assertThat(request.headers())
        .containsEntry("accept", List.of("text/html", "application/json"))
        .containsKeys("content-type", "cookie", "host", "x-forwarded-for")
        .hasSize(5);
    assertThat(request.cookie("theme")).isEqualTo("dark");
    assertThat(request.clientAddress()).isEqualTo("198.51.100.9");
    assertThat(request.stage()).isEqualTo("prod");
    assertThat(request.domainName()).isEqualTo("a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com");
    assertThat(request.requestId()).isEqualTo("70b1ab6b-0f7a-4fbe-8f93-aa9c3d5f1234");
    assertThat(request.claims())
        .containsExactly(
            entry("sub", "5f0e6f2a-1111-4c6e-9d6b-0a1b2c3d4e5f"),
            entry("cognito:groups", "admins,buyers"),
            entry("email", "jane@example.com"));
    assertThat(request.claim("email")).isEqualTo("jane@example.com");
    assertThat(request.contentType()).isEqualTo("application/json; charset=utf-8");
    assertThat(request.text()).isEqualTo("{\"item\":\"Tür\"}");
  }

  /**
   * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
   */
  @Test
  void httpApi() throws IOException {
    HttpRequest request = HttpEvents.sample("http-api");

    assertThat(request.source()).isEqualTo(HttpSource.HTTP_API);
    assertThat(request.method()).isEqualTo("POST");
    // Decoded by API Gateway, stage in front.
    assertThat(request.path()).isEqualTo("/größe/a b%41");
    assertThat(request.rawPath()).isEqualTo("/größe/a b%41");
    assertThat(request.pathParameters()).containsExactly(entry("proxy", "größe/a b%41"));
    assertThat(request.query())
        .containsExactly(
            entry("tag", List.of("red", "green blue")),
            entry("q", List.of("a+b c")),
            entry("flag", List.of("")),
            entry("empty", List.of("")),
            entry("x", List.of("1,2")));
    assertThat(request.rawQuery())
        .isEqualTo("tag=red&tag=green%20blue&q=a%2Bb+c&flag&empty=&x=1,2");
    assertThat(request.headers("accept")).containsExactly("text/html,application/json");
    assertThat(request.cookies())
        .containsExactly(entry("cart", List.of("7", "8")), entry("theme", List.of("dark")));
    assertThat(request.header("cookie")).isEqualTo("cart=7; theme=dark; cart=8");
    assertThat(request.clientAddress()).isEqualTo("198.51.100.9");
    assertThat(request.stage()).isEqualTo("dev");
    assertThat(request.requestId()).isEqualTo("JKJaXmPLvHcESHA=");
    assertThat(request.claims()).containsKeys("sub", "exp", "groups").hasSize(3);
    assertThat(request.claim("groups")).isEqualTo("[admins buyers]");
    assertThat(request.text()).isEqualTo("a=1&b=2");
  }

  @Test
  void httpApiWithPayloadFormat1() throws IOException {
    HttpRequest request = HttpEvents.sample("http-api-format-1");

    assertThat(request.source()).isEqualTo(HttpSource.REST_API);
    assertThat(request.path()).isEqualTo("/my/größe%41");
    assertThat(request.queryAll("parameter1")).containsExactly("value1", "value2");
    assertThat(request.headers("header2")).containsExactly("value1", "value2");
    assertThat(request.clientAddress()).isEqualTo("192.0.2.1");
    assertThat(request.claims()).containsExactly(entry("sub", "jane"));
    assertThat(request.body()).isEmpty();
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
  @Test
  void functionUrl() throws IOException {
    HttpRequest request = HttpEvents.sample("function-url");

    assertThat(request.source()).isEqualTo(HttpSource.FUNCTION_URL);
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.path()).isEqualTo("/größe/a+b");
    assertThat(request.queryAll("q")).containsExactly("black tea", "+");
    assertThat(request.cookie("theme")).isEqualTo("dark");
    assertThat(request.header("x-multi")).isEqualTo("one,two");
    assertThat(request.clientAddress()).isEqualTo("198.51.100.9");
    assertThat(request.stage()).isEqualTo("$default");
    assertThat(request.claim("userArn")).isEqualTo("arn:aws:iam::111122223333:user/jane");
    assertThat(request.claims()).doesNotContainKey("principalOrgId");
    assertThat(request.text()).isEqualTo("Größe");
    assertThat(request.body()).hasSize(7);
  }

  /** https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html */
  @Test
  void vpcLattice() throws IOException {
    HttpRequest request = HttpEvents.sample("vpc-lattice");

    assertThat(request.source()).isEqualTo(HttpSource.VPC_LATTICE);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/größe");
    assertThat(request.queryAll("tag")).containsExactly("red", "green blue");
    assertThat(request.headers("accept")).containsExactly("text/html", "application/json");
    assertThat(request.cookie("theme")).isEqualTo("dark");
    assertThat(request.clientAddress()).isEqualTo("10.213.229.10");
    assertThat(request.claim("type")).isEqualTo("AWS_IAM");
    assertThat(request.claim("principal"))
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/buyer/session");
    assertThat(request.text()).isEqualTo("{\"item\":7}");
  }
}
