package dev.thaw.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import dev.thaw.handler.Invocation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function that knows nothing of Thaw answers as on AWS's own runtime. */
class PlainFunctionIT {
  private static final Path EVENT = Layer.PROJECT.resolve("examples/events/sqs.json");

  @TempDir private static Path folder;
  private static Path untrained;
  private static Path trained;
  private static String event;

  @BeforeAll
  static void train() throws Exception {
    untrained = folder.resolve("untrained");
    trained = folder.resolve("trained");
    Functions.jar(untrained.resolve("lib/orders.jar"), Functions.compile("Orders"));
    Functions.jar(trained.resolve("lib/orders.jar"), Functions.compile("Orders"));
    ThawTrain.succeeding(trained, "shop.Orders");
    event = Files.readString(EVENT);
  }

  @Test
  void untrainedFunctionAnswersAsAwsLibraryDoes() throws Exception {
    Path classes = folder.resolve("untrained.classes");
    try (FunctionProcess function =
        Launch.of(untrained, "shop.Orders").classesTo(classes).start()) {
      assertThat(function.invoke(event)).isEqualTo(answerOfAwsLibrary());
      assertThat(function.log()).contains("order Test message.");
    }
    LoadedClasses.in(classes)
        .assertFromCache("dev.thaw.runtime.Bootstrap")
        .assertFromJar("shop.Orders", untrained.resolve("lib/orders.jar"));
  }

  @Test
  void trainedFunctionAnswersAsAwsLibraryDoesFromItsCache() throws Exception {
    Path classes = folder.resolve("trained.classes");
    try (FunctionProcess function = Launch.of(trained, "shop.Orders").classesTo(classes).start()) {
      assertThat(function.invoke(event)).isEqualTo(answerOfAwsLibrary());
      assertThat(function.log()).noneMatch(line -> line.startsWith("WARN"));
    }
    LoadedClasses.in(classes)
        .assertFromCache("dev.thaw.runtime.Bootstrap")
        .assertFromCache("shop.Orders");
  }

  @Test
  void cacheOfTrainedFunctionIsAcceptedAsAWhole() throws Exception {
    // With this mode the JVM ends where it would otherwise go on without the cache.
    try (FunctionProcess function =
        Launch.of(trained, "shop.Orders").with("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on").start()) {
      assertThat(function.invoke(event)).isEqualTo(answerOfAwsLibrary());
    }
  }

  @Test
  void handlerSettingWithTheInterfacesMethodIsServed() throws Exception {
    try (FunctionProcess function = Launch.of(trained, "shop.Orders::handleRequest").start()) {
      assertThat(function.invoke(event)).isEqualTo(answerOfAwsLibrary());
    }
  }

  @Test
  void handlerSettingWithAMethodHasACacheOfItsOwn() throws Exception {
    Path taskRoot = folder.resolve("method");
    Functions.jar(taskRoot.resolve("lib/orders.jar"), Functions.compile("Orders"));
    String handler = "shop.Orders::handleRequest";
    ThawTrain.succeeding(taskRoot, handler, EVENT.toString());
    Path classes = folder.resolve("method.classes");
    try (FunctionProcess function = Launch.of(taskRoot, handler).classesTo(classes).start()) {
      assertThat(function.invoke(event)).isEqualTo(answerOfAwsLibrary());
      assertThat(function.log()).noneMatch(line -> line.startsWith("WARN"));
    }
    LoadedClasses.in(classes).assertFromCache("shop.Orders");
    assertThat(ThawDoctor.run(taskRoot, Map.of(), handler).output()).contains("is used: it fits");
    assertThat(ThawDoctor.run(taskRoot, Map.of(), "shop.Orders").output())
        .contains("not trained as shop.Orders, only as " + handler);
  }

  @Test
  void layersCacheAndNoneAreUsedWhereAskedFor() throws Exception {
    for (String cache : new String[] {"layer", "off"}) {
      Path classes = folder.resolve(cache + ".classes");
      try (FunctionProcess function =
          Launch.of(trained, "shop.Orders").with("THAW_CACHE", cache).classesTo(classes).start()) {
        assertThat(function.invoke(event)).isEqualTo(answerOfAwsLibrary());
      }
      LoadedClasses loaded = LoadedClasses.in(classes).assertNotFromCache("shop.Orders");
      if (cache.equals("off")) {
        loaded.assertNotFromCache("dev.thaw.runtime.Bootstrap");
      } else {
        loaded.assertFromCache("dev.thaw.runtime.Bootstrap");
      }
    }
  }

  /** The very jar, called by AWS's own way from bytes to bytes. */
  private static String answerOfAwsLibrary() throws Exception {
    URL[] jar = {untrained.resolve("lib/orders.jar").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(jar, Context.class.getClassLoader())) {
      @SuppressWarnings("unchecked")
      var orders =
          (RequestHandler<SQSEvent, SQSBatchResponse>)
              loader.loadClass("shop.Orders").getConstructor().newInstance();
      PojoSerializer<SQSEvent> reader =
          LambdaEventSerializers.serializerFor(SQSEvent.class, loader);
      SQSBatchResponse response =
          orders.handleRequest(
              reader.fromJson(new ByteArrayInputStream(event.getBytes(UTF_8))),
              Invocation.builder().build());
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      JacksonFactory.getInstance().getSerializer(SQSBatchResponse.class).toJson(response, json);
      return json.toString(UTF_8);
    }
  }
}
