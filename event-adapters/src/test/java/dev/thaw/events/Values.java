package dev.thaw.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes events and JSON comparable. */
final class Values {
  private static final JsonMapper JACKSON = new JsonMapper();

  private Values() {}

  /**
   * What a function can see of an event: the answers of all its getters, down to the last, with the
   * order of maps, and what a getter throws.
   */
  static @Nullable Object seen(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> {
        List<@Nullable Object> elements = new ArrayList<>();
        list.forEach(element -> elements.add(seen(element)));
        yield elements;
      }
      case Map<?, ?> map -> {
        List<@Nullable Object> entries = new ArrayList<>();
        map.forEach((key, element) -> entries.add(List.of(key, "" + seen(element))));
        yield entries;
      }
      case byte[] bytes -> "bytes: " + Arrays.toString(bytes);
      case Object[] array -> seen(Arrays.asList(array));
      case ByteBuffer bytes -> {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        yield "bytes from " + bytes.position() + ": " + Arrays.toString(copy);
      }
      case null -> null;
      default ->
          value.getClass().getName().startsWith("java") || isJoda(value) ? value : getters(value);
    };
  }

  private static boolean isJoda(Object value) {
    return value.getClass().getName().startsWith("org.joda");
  }

  private static Map<String, @Nullable Object> getters(Object bean) {
    Map<String, @Nullable Object> values = new TreeMap<>();
    for (Method method : bean.getClass().getMethods()) {
      String name = method.getName();
      if (method.getParameterCount() == 0
          && (name.startsWith("is") || (name.startsWith("get") && !name.equals("getClass")))) {
        values.put(name, call(bean, method));
      }
    }
    return values;
  }

  private static @Nullable Object call(Object bean, Method method) {
    try {
      method.setAccessible(true);
      return seen(method.invoke(bean));
    } catch (InvocationTargetException e) {
      return "throws " + e.getCause();
    } catch (IllegalAccessException e) {
      throw new LinkageError(method.toString(), e);
    }
  }

  /** A document as a tree of maps and lists, in which numbers are equal if their values are. */
  static @Nullable Object tree(byte[] json) {
    return numbers(JACKSON.readValue(json, Object.class));
  }

  private static @Nullable Object numbers(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> {
        List<@Nullable Object> elements = new ArrayList<>();
        list.forEach(element -> elements.add(numbers(element)));
        yield elements;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> entries = new TreeMap<>();
        map.forEach((key, element) -> entries.put((String) key, numbers(element)));
        yield entries;
      }
      case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
      case null, default -> value;
    };
  }
}
