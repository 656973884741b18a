package dev.thaw.events;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.time.DateTime;

/**
 * Events with every property set. What AWS's library writes of one is the shape that random
 * documents are made of, under the names that it gives.
 */
final class RandomBeans {
  static final String TEXT = "a text";
  static final String BASE64 = "AAEC";
  static final String TIME = "2020-01-02T03:04:05.006Z";
  static final int INT = 7;
  static final long LONG = 5_000_000_000L;
  static final double SECONDS = 1_500_000_000.25;

  /** How the names in a map begin; no property's does. */
  static final String KEY = "key-";

  private static final int DEPTH = 6;

  private RandomBeans() {}

  static <T> T full(Class<T> type) throws ReflectiveOperationException {
    return type.cast(bean(type, DEPTH));
  }

  private static Object bean(Class<?> type, int depth) throws ReflectiveOperationException {
    Object bean = empty(type);
    for (Method setter : type.getMethods()) {
      if (setter.getName().startsWith("set")
          && setter.getParameterCount() == 1
          && !Modifier.isStatic(setter.getModifiers())
          && !setter.isBridge()) {
        setter.invoke(bean, value(setter.getGenericParameterTypes()[0], depth - 1));
      }
    }
    return bean;
  }

  private static Object empty(Class<?> type) throws ReflectiveOperationException {
    boolean inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
    if (inner) {
      Class<?> outer = type.getEnclosingClass();
      return type.getConstructor(outer).newInstance(outer.getConstructor().newInstance());
    }
    return type.getConstructor().newInstance();
  }

  @SuppressWarnings("JavaUtilDate") // AWS's event classes have it
  private static Object value(Type type, int depth) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      return container(generic, depth);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return TEXT;
    } else if (plain == int.class || plain == Integer.class) {
      return INT;
    } else if (plain == long.class || plain == Long.class) {
      return LONG;
    } else if (plain == boolean.class || plain == Boolean.class) {
      return true;
    } else if (plain == ByteBuffer.class) {
      return ByteBuffer.wrap(new byte[] {0, 1, 2});
    } else if (plain == byte[].class) {
      return new byte[] {0, 1, 2};
    } else if (plain == Date.class) {
      return new Date((long) (SECONDS * 1000));
    } else if (plain == Instant.class) {
      return Instant.EPOCH;
    } else if (plain == DateTime.class) {
      return DateTime.parse(TIME);
    } else if (plain == Object.class) {
      return anything();
    } else if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    } else if (plain.isArray()) {
      Object array = Array.newInstance(plain.getComponentType(), 1);
      Array.set(array, 0, value(plain.getComponentType(), depth));
      return array;
    }
    return bean(plain, depth);
  }

  private static Object container(ParameterizedType type, int depth)
      throws ReflectiveOperationException {
    Type[] arguments = type.getActualTypeArguments();
    boolean map = Map.class.isAssignableFrom((Class<?>) type.getRawType());
    Map<String, Object> entries = new LinkedHashMap<>();
    Collection<Object> elements = new ArrayList<>();
    // an AttributeValue contains itself
    if (depth > 0) {
      Object value = value(arguments[arguments.length - 1], depth);
      entries.put(KEY + "a", value);
      elements.add(value);
    }
    return map ? entries : elements;
  }

  private static Object anything() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(KEY + "text", TEXT);
    map.put(KEY + "list", List.of(INT, LONG, 1.5, true, Map.of()));
    return map;
  }
}
