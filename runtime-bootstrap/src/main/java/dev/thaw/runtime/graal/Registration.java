package dev.thaw.runtime.graal;

import dev.thaw.runtime.HandlerParts;
import dev.thaw.runtime.jackson.DatabindCodecs;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.graalvm.nativeimage.hosted.RuntimeReflection;
import org.jspecify.annotations.Nullable;

/** Registers with the builder what the runtime looks for by name or calls by reflection. */
final class Registration {
  /** Made by Jackson by name, or by annotations of ours. */
  private static final String[] OF_JACKSON = {
    "dev.thaw.runtime.jackson.relocated.databind.ser.std.ToStringSerializer",
  };

  /** AWS's appender for Log4j, which names its parts to no builder, as Log4j's own jar does. */
  private static final String[] OF_LOG4J = {
    "com.amazonaws.services.lambda.runtime.log4j2.LambdaAppender",
    "com.amazonaws.services.lambda.runtime.log4j2.LambdaAppender$Builder",
    "com.amazonaws.services.lambda.runtime.log4j2.LambdaJsonFormat",
    "com.amazonaws.services.lambda.runtime.log4j2.LambdaTextFormat",
  };

  private final Set<Class<?>> codecs = new HashSet<>();

  void handler(HandlerParts part) {
    queried(part.type());
    Constructor<?> constructor = part.constructor();
    if (constructor != null) {
      RuntimeReflection.register(constructor);
    }
    Method method = part.method();
    if (method != null) {
      RuntimeReflection.register(method);
    }
  }

  /** A class with all that is looked for in it by name, its supertypes included. */
  void queried(Class<?> type) {
    RuntimeReflection.register(type);
    RuntimeReflection.registerAllConstructors(type);
    RuntimeReflection.registerAllMethods(type);
    for (Class<?> parent : type.getInterfaces()) {
      queried(parent);
    }
    Class<?> parent = type.getSuperclass();
    if (parent != null && parent != Object.class) {
      queried(parent);
    }
  }

  /** A class that is found and built by its name. */
  void built(Class<?> type) {
    RuntimeReflection.register(type);
    RuntimeReflection.register(type.getDeclaredConstructors());
  }

  /** The same, if there is such a class. */
  void optional(@Nullable Class<?> type) {
    if (type != null) {
      built(type);
    }
  }

  /** Methods of these names, if there is such a class. */
  void methods(@Nullable Class<?> type, String... names) {
    if (type != null) {
      RuntimeReflection.register(type);
      for (Method method : type.getMethods()) {
        for (String name : names) {
          if (method.getName().equals(name)) {
            RuntimeReflection.register(method);
          }
        }
      }
    }
  }

  void log4j(Function<String, @Nullable Class<?>> loader) {
    for (String name : OF_LOG4J) {
      Class<?> type = loader.apply(name);
      if (type != null) {
        members(type);
      }
    }
  }

  private static void members(Class<?> type) {
    RuntimeReflection.register(type);
    RuntimeReflection.register(type.getDeclaredConstructors());
    RuntimeReflection.register(type.getDeclaredMethods());
    RuntimeReflection.register(type.getDeclaredFields());
  }

  /** The codec of a type that the code mentions, which may ask for it. */
  void codec(Class<?> type) {
    if (type.getClassLoader() != null && !type.isArray()) {
      Class<?> codec = CodecTypes.codec(type);
      if (codec != null && codecs.add(codec)) {
        built(codec);
      }
    }
  }

  void databind(DatabindTypes types, Function<String, @Nullable Class<?>> loader) {
    built(DatabindCodecs.class);
    for (String name : OF_JACKSON) {
      optional(loader.apply(name));
    }
    for (Class<?> bean : types.beans()) {
      members(bean);
      RuntimeReflection.registerAllDeclaredClasses(bean);
      if (bean.isRecord()) {
        RuntimeReflection.registerAllRecordComponents(bean);
      }
      if (bean.isSealed()) {
        RuntimeReflection.registerAllPermittedSubclasses(bean);
      }
    }
    for (Class<?> container : types.containers()) {
      RuntimeReflection.register(container);
      RuntimeReflection.register(container.getConstructors());
    }
    for (Class<?> array : types.arrays()) {
      RuntimeReflection.register(array);
    }
  }
}
