package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** AWS's own serialization library: what a function gets on the managed runtime. */
final class AwsLibrary {
  private static final Map<Class<?>, PojoSerializer<?>> SERIALIZERS = new ConcurrentHashMap<>();

  private AwsLibrary() {}

  static <T> T read(Class<T> type, byte[] json) {
    return serializer(type).fromJson(new ByteArrayInputStream(json));
  }

  static <T> byte[] write(Class<T> type, T value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    serializer(type).toJson(value, out);
    return out.toByteArray();
  }

  @SuppressWarnings("unchecked")
  private static <T> PojoSerializer<T> serializer(Class<T> type) {
    return (PojoSerializer<T>)
        SERIALIZERS.computeIfAbsent(
            type,
            key ->
                LambdaEventSerializers.isLambdaSupportedEvent(key.getName())
                    ? LambdaEventSerializers.serializerFor(key, key.getClassLoader())
                    : JacksonFactory.getInstance().getSerializer(key));
  }
}
