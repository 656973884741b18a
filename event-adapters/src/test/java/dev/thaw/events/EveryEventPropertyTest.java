package dev.thaw.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponseV1;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.S3ObjectLambdaEvent;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On whatever document of any class: the values that AWS's library gives, and what it writes. */
class EveryEventPropertyTest {
  /** See WhereAwsIsWrongTest; S3Event is in RandomEventsPropertyTest. */
  private static final Set<Class<?>> ELSEWHERE =
      Set.of(
          APIGatewayV2CustomAuthorizerEvent.class,
          CognitoUserPoolEvent.class,
          IamPolicyResponse.class,
          IamPolicyResponseV1.class,
          S3Event.class,
          S3ObjectLambdaEvent.class);

  private static final List<Class<?>> CLASSES =
      EventClasses.all().stream().filter(type -> !ELSEWHERE.contains(type)).toList();

  private static final Map<Class<?>, byte[]> SHAPES = new ConcurrentHashMap<>();

  static List<Class<?>> classes() {
    return CLASSES;
  }

  @ParameterizedTest
  @MethodSource("classes")
  <T> void writesEveryPropertyAsAwsDoes(Class<T> type) throws ReflectiveOperationException {
    T event = RandomBeans.full(type);
    byte[] aws = AwsLibrary.write(type, event);

    assertThat(Values.tree(Thaw.write(type, event))).isEqualTo(Values.tree(aws));
    assertThat(Values.seen(Thaw.read(type, aws))).isEqualTo(Values.seen(event));
  }

  @Property(tries = 15)
  void readsAndWritesAnyDocumentAsAwsDoes(@ForAll long seed) throws ReflectiveOperationException {
    Random random = new Random(seed);
    for (Class<?> type : CLASSES) {
      compare(type, random);
    }
  }

  private static <T> void compare(Class<T> type, Random random)
      throws ReflectiveOperationException {
    byte[] json = RandomDocuments.like(shape(type), random);
    T aws = AwsLibrary.read(type, json);
    T thaw = Thaw.read(type, json);

    String document = type.getSimpleName() + " " + new String(json, UTF_8);
    assertThat(Values.seen(thaw)).describedAs("%s", document).isEqualTo(Values.seen(aws));
    Object written = Values.tree(AwsLibrary.write(type, aws));
    assertThat(Values.tree(Thaw.write(type, aws))).describedAs("%s", document).isEqualTo(written);
    assertThat(Values.tree(Thaw.write(type, thaw))).describedAs("%s", document).isEqualTo(written);
  }

  private static <T> byte[] shape(Class<T> type) throws ReflectiveOperationException {
    byte[] known = SHAPES.get(type);
    if (known == null) {
      known = AwsLibrary.write(type, RandomBeans.full(type));
      SHAPES.put(type, known);
    }
    return known;
  }
}
