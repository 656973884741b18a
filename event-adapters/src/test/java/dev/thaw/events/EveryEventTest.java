package dev.thaw.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.ActiveMQEvent;
import com.amazonaws.services.lambda.runtime.events.AppSyncLambdaAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolEvent;
import com.amazonaws.services.lambda.runtime.events.S3ObjectLambdaEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each class of AWS's library has a codec, and each event a sample, which both read alike. */
class EveryEventTest {
  /** AWS's library does not read these, or reads less than is sent: see WhereAwsIsWrongTest. */
  static final Set<Class<?>> NOT_READ_BY_AWS =
      Set.of(
          APIGatewayV2CustomAuthorizerEvent.class,
          ActiveMQEvent.class,
          AppSyncLambdaAuthorizerEvent.class,
          CognitoUserPoolEvent.class,
          S3ObjectLambdaEvent.class);

  /** Read under the names that are sent, but written under those of AWS's library. */
  private static final Map<String, Set<String>> WRITTEN_OTHERWISE =
      Map.of(
          "ActiveMQEvent",
          Set.of(".messages[].correlationId", ".messages[].destination.physicalname"),
          "AppSyncLambdaAuthorizerEvent",
          Set.of(".requestContext.queryString"),
          // numbers become base64, as AWS's library writes them
          "KafkaEvent",
          Set.of(".records.orders-0[].headers[].name[]", ".records.orders-0[].headers[].source[]"));

  static List<Class<?>> all() {
    return EventClasses.all();
  }

  static List<Class<?>> events() {
    return EventClasses.events();
  }

  static List<Class<?>> readByAws() {
    return EventClasses.events().stream().filter(type -> !NOT_READ_BY_AWS.contains(type)).toList();
  }

  @Test
  void thereAreAsManyAsTheLibraryHas() {
    assertThat(all()).hasSize(68);
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasACodec(Class<?> type) {
    assertThat(EventCodecs.find(type.getName())).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("readByAws")
  <T> void readsItsSampleAsAwsDoes(Class<T> type) {
    byte[] json = EventClasses.sample(type);
    T aws = AwsLibrary.read(type, json);
    T thaw = Thaw.read(type, json);

    assertThat(Values.seen(thaw)).isEqualTo(Values.seen(aws));
    Object written = Values.tree(AwsLibrary.write(type, aws));
    assertThat(Values.tree(Thaw.write(type, aws))).isEqualTo(written);
    assertThat(Values.tree(Thaw.write(type, thaw))).isEqualTo(written);
  }

  /** Against what AWS sends rather than its library. */
  @ParameterizedTest
  @MethodSource("events")
  <T> void losesNothingOfItsSample(Class<T> type) {
    byte[] json = EventClasses.sample(type);
    Set<String> sent = new TreeSet<>();
    paths("", Values.tree(json), sent);
    Set<String> kept = new TreeSet<>();
    paths("", Values.tree(Thaw.write(type, Thaw.read(type, json))), kept);

    sent.removeAll(kept);
    assertThat(sent).isEqualTo(WRITTEN_OTHERWISE.getOrDefault(type.getSimpleName(), Set.of()));
  }

  /** The places of all values that are not null, without the numbers of arrays' elements. */
  private static void paths(String path, @Nullable Object value, Set<String> paths) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((name, each) -> paths(path + "." + name, each, paths));
      case List<?> list -> list.forEach(each -> paths(path + "[]", each, paths));
      case null -> {}
      default -> paths.add(path);
    }
  }
}
