package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A handler whose events and responses go through the function's own serializer, events of AWS's
 * types too. What the bytes are is the serializer's affair: they need not be JSON.
 */
final class SerializedFunction implements Function {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final CustomPojoSerializer serializer;
  private final HandlerTypes types;
  private final Handler<@Nullable Object, @Nullable Object> handler;

  SerializedFunction(
      CustomPojoSerializer serializer,
      HandlerTypes types,
      Handler<@Nullable Object, @Nullable Object> handler) {
    this.serializer = serializer;
    this.types = types;
    this.handler = handler;
  }

  @Override
  public Payload invoke(Payload event, Invocation invocation, Exchange exchange) throws Exception {
    Object response = handler.handle(read(event), invocation);
    if (isVoid(types.response())) {
      return Payload.of(NULL);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    serializer.toJson(response, out, types.response());
    return Payload.of(out.toByteArray());
  }

  private @Nullable Object read(Payload event) {
    if (types.event() == void.class) {
      return null;
    }
    // Copied, since the buffer is used again and a serializer may read later than it returns.
    return serializer.<Object>fromJson(new ByteArrayInputStream(event.copy()), types.event());
  }

  private static boolean isVoid(Type type) {
    return type == void.class || type == Void.class;
  }
}
