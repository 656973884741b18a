package dev.thaw.local;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Extensions API, version 2020-01-01, for internal extensions: those that a runtime's own
 * process registers (aws-lambda-runtime-interface-emulator, {@code agentregister.go} and {@code
 * agentnext.go}).
 */
final class Extensions {
  static final int MAX = 10;

  private static final String IDENTIFIER = "Lambda-Extension-Identifier";
  private static final HttpReply ACCEPTED =
      HttpReply.json(202, "{\"status\":\"OK\"}\n".getBytes(StandardCharsets.US_ASCII));

  private final FunctionNames function;
  private final Map<String, Extension> extensions = new LinkedHashMap<>();
  private final CompletableFuture<InvocationOutcome> error = new CompletableFuture<>();
  private Runnable whenReady = () -> {};
  private boolean closed;

  Extensions(FunctionNames function) {
    this.function = function;
  }

  void whenReady(Runnable task) {
    whenReady = task;
  }

  HttpReply register(ReceivedRequest request) throws RuntimeApiException {
    String name = request.header("Lambda-Extension-Name");
    if (name == null || name.isEmpty()) {
      throw forbidden("InvalidExtensionName", "Empty extension name");
    }
    Extension extension = add(name, events(request.body()));
    ObjectNode answer =
        Json.object()
            .put("functionName", function.name())
            .put("functionVersion", function.version())
            .put("handler", function.handler());
    String features = request.header("Lambda-Extension-Accept-Feature");
    if (features != null && List.of(features.split(" *, *")).contains("accountId")) {
      answer.put("accountId", FunctionConfiguration.ACCOUNT);
    }
    return HttpReply.json(200, Json.bytes(answer))
        .with(new Header(IDENTIFIER, extension.registered.identifier()));
  }

  private static List<String> events(byte[] body) throws RuntimeApiException {
    JsonNode json = Json.parse(body);
    if (json == null || !json.isObject()) {
      throw RuntimeApiException.of(403, "InvalidRequestFormat", "The body is not a JSON object");
    }
    List<String> events = new ArrayList<>();
    for (JsonNode event : json.path("events")) {
      if (!event.asString("").equals("INVOKE")) {
        throw forbidden(
            "InvalidEventType",
            event.asString("") + ": event type not supported for internal extensions");
      }
      events.add("INVOKE");
    }
    return List.copyOf(events);
  }

  private synchronized Extension add(String name, List<String> events) throws RuntimeApiException {
    if (closed) {
      throw forbidden("RegistrationClosed", "Extension registration closed already");
    }
    for (Extension other : extensions.values()) {
      if (other.registered.name().equals(name)) {
        throw forbidden("InvalidExtensionState", "Extension with this name already registered");
      }
    }
    if (extensions.size() >= MAX) {
      throw forbidden("TooManyExtensions", "Extension limit (" + MAX + ") reached");
    }
    Extension extension =
        new Extension(new RegisteredExtension(name, UUID.randomUUID().toString(), events));
    extensions.put(extension.registered.identifier(), extension);
    return extension;
  }

  /** Waits for the extension's next event, for ever if it has subscribed to none. */
  HttpReply next(ReceivedRequest request) throws RuntimeApiException, InterruptedException {
    Extension extension = find(request);
    synchronized (this) {
      extension.asked = true;
    }
    whenReady.run();
    synchronized (this) {
      while (extension.events.isEmpty()) {
        wait();
      }
      return HttpReply.json(200, extension.events.remove());
    }
  }

  /** An extension has failed, and with it the environment. */
  HttpReply error(ReceivedRequest request) throws RuntimeApiException {
    find(request);
    error.complete(
        FunctionError.read(request.header("Lambda-Extension-Function-Error-Type"), request));
    return ACCEPTED;
  }

  private synchronized Extension find(ReceivedRequest request) throws RuntimeApiException {
    String identifier = request.header(IDENTIFIER);
    if (identifier == null || identifier.isEmpty()) {
      throw forbidden("MissingHeader", "Missing " + IDENTIFIER + " header");
    }
    Extension extension = extensions.get(identifier);
    if (extension == null) {
      throw forbidden("UnknownExtensionIdentifier", "Unknown extension " + identifier);
    }
    return extension;
  }

  /** The runtime has asked for its first invocation: nobody can register any more. */
  synchronized void closeRegistration() {
    closed = true;
  }

  /** Whether every extension waits for its next event. */
  synchronized boolean ready() {
    for (Extension extension : extensions.values()) {
      if (!extension.asked) {
        return false;
      }
    }
    return true;
  }

  /** Tells those that have subscribed to it of an invocation. */
  synchronized void invoke(InvocationRequest request) {
    for (Extension extension : extensions.values()) {
      if (extension.registered.events().contains("INVOKE")) {
        extension.asked = false;
        extension.events.add(event(request));
      }
    }
    notifyAll();
  }

  private static byte[] event(InvocationRequest request) {
    ObjectNode event = Json.object().put("eventType", "INVOKE");
    String deadline = request.sentHeader("Lambda-Runtime-Deadline-Ms");
    if (deadline != null) {
      event.put("deadlineMs", Long.parseLong(deadline));
    }
    event
        .put("requestId", request.requestId())
        .put("invokedFunctionArn", request.sentHeader("Lambda-Runtime-Invoked-Function-Arn"));
    String trace = request.sentHeader("Lambda-Runtime-Trace-Id");
    if (trace != null) {
      event.putObject("tracing").put("type", "X-Amzn-Trace-Id").put("value", trace);
    }
    return Json.bytes(event);
  }

  synchronized List<RegisteredExtension> registered() {
    return extensions.values().stream().map(extension -> extension.registered).toList();
  }

  CompletableFuture<InvocationOutcome> error() {
    return error;
  }

  private static RuntimeApiException forbidden(String type, String message) {
    return RuntimeApiException.of(403, "Extension." + type, message);
  }

  private static final class Extension {
    final RegisteredExtension registered;
    final Deque<byte[]> events = new ArrayDeque<>();
    boolean asked;

    Extension(RegisteredExtension registered) {
      this.registered = registered;
    }
  }
}
