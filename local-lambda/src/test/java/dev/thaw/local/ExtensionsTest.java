package dev.thaw.local;

import static dev.thaw.local.RuntimeDouble.EVENT_NEXT;
import static dev.thaw.local.RuntimeDouble.NEXT;
import static dev.thaw.local.RuntimeDouble.REGISTER;
import static dev.thaw.local.RuntimeDouble.awaitRequests;
import static dev.thaw.local.RuntimeDouble.inBackground;
import static dev.thaw.local.RuntimeDouble.path;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html. */
class ExtensionsTest {
  private static final String NONE = "{\"events\":[]}";

  private RuntimeApiServer api;
  private RawClient runtime;
  private RawClient extension;

  @BeforeEach
  void start() throws Exception {
    api = RuntimeApiServer.builder().function("orders", "7", "com.example.Orders").start();
    runtime = new RawClient(api.port());
    extension = new RawClient(api.port());
  }

  @AfterEach
  void stop() throws Exception {
    runtime.close();
    extension.close();
    api.close();
  }

  private RawClient.Answer register(String name, String events) throws Exception {
    return extension.post(REGISTER, events, "Lambda-Extension-Name: " + name);
  }

  private String registered(String events) throws Exception {
    RawClient.Answer answer = register("e", events);
    assertThat(answer.status()).isEqualTo(200);
    return String.valueOf(answer.headers().get("lambda-extension-identifier"));
  }

  @Test
  void anExtensionLearnsOfTheFunction() throws Exception {
    RawClient.Answer answer = register("e", NONE);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"functionName\":\"orders\",\"functionVersion\":\"7\","
                + "\"handler\":\"com.example.Orders\"}");
    assertThat(api.extensions())
        .containsExactly(
            new RegisteredExtension(
                "e",
                String.valueOf(answer.headers().get("lambda-extension-identifier")),
                List.of()));
    assertThat(
            extension
                .post(
                    REGISTER,
                    NONE,
                    "Lambda-Extension-Name: f",
                    "Lambda-Extension-Accept-Feature: accountId")
                .body())
        .contains("\"accountId\":\"123456789012\"");
  }

  @Test
  void theInitPhaseEndsWhenEveryExtensionHasAskedToo() throws Exception {
    String id = registered(NONE);
    api.enqueue(InvocationRequest.of("1"));
    CompletableFuture<RawClient.Answer> next = inBackground(runtime, NEXT);
    awaitRequests(api, 2);
    Thread.sleep(50);
    assertThat(next).isNotDone();
    CompletableFuture<RawClient.Answer> event =
        inBackground(extension, EVENT_NEXT, "Lambda-Extension-Identifier: " + id);
    assertThat(next.get(5, SECONDS).body()).isEqualTo("1");
    assertThat(event).isNotDone();
  }

  @Test
  void anExtensionIsToldOfInvocationsItHasSubscribedTo() throws Exception {
    String id = registered("{\"events\":[\"INVOKE\"]}");
    CompletableFuture<RawClient.Answer> event =
        inBackground(extension, EVENT_NEXT, "Lambda-Extension-Identifier: " + id);
    awaitRequests(api, 2);
    InvocationRequest request = InvocationRequest.of("1");
    api.enqueue(request);
    runtime.get(NEXT);
    assertThat(event.get(5, SECONDS).body())
        .contains("\"eventType\":\"INVOKE\"", "\"requestId\":\"" + request.requestId() + "\"");
    runtime.post(path(request, "response"), "1");
    api.enqueue(InvocationRequest.of("2"));
    CompletableFuture<RawClient.Answer> next = inBackground(runtime, NEXT);
    Thread.sleep(50);
    assertThat(next).isNotDone();
    var _ = inBackground(extension, EVENT_NEXT, "Lambda-Extension-Identifier: " + id);
    assertThat(next.get(5, SECONDS).body()).isEqualTo("2");
  }

  @Test
  void shutdownIsNotForInternalExtensions() throws Exception {
    assertRefused(register("e", "{\"events\":[\"SHUTDOWN\"]}"), "Extension.InvalidEventType");
    assertThat(api.extensions()).isEmpty();
  }

  @Test
  void afterTheFirstNextRegistrationIsClosed() throws Exception {
    api.enqueue(InvocationRequest.of("1"));
    runtime.get(NEXT);
    assertRefused(register("e", NONE), "Extension.RegistrationClosed");
  }

  @Test
  void tenAreTheLimit() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(register("e" + i, NONE).status()).isEqualTo(200);
    }
    assertRefused(register("e10", NONE), "Extension.TooManyExtensions");
  }

  @Test
  void whatIsMissingOrWrongIsForbidden() throws Exception {
    assertRefused(extension.post(REGISTER, NONE), "Extension.InvalidExtensionName");
    assertRefused(register("e", "no"), "InvalidRequestFormat");
    registered(NONE);
    assertRefused(register("e", NONE), "Extension.InvalidExtensionState");
    assertRefused(extension.get(EVENT_NEXT), "Extension.MissingHeader");
    assertRefused(
        extension.send("GET", EVENT_NEXT, List.of("Lambda-Extension-Identifier: x"), new byte[0]),
        "Extension.UnknownExtensionIdentifier");
  }

  @Test
  void anExtensionMayReportItsFailure() throws Exception {
    String id = registered(NONE);
    assertThat(
            extension
                .post(
                    "/2020-01-01/extension/init/error",
                    "{}",
                    "Lambda-Extension-Identifier: " + id,
                    "Lambda-Extension-Function-Error-Type: Function.NoConfig")
                .status())
        .isEqualTo(202);
    assertThat(api.extensionError().get(5, SECONDS).errorType()).isEqualTo("Function.NoConfig");
  }

  private static void assertRefused(RawClient.Answer answer, String type) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("\"errorType\":\"" + type + "\"");
  }
}
