package dev.thaw.codec.user;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes values comparable whose classes have no equals: the values of all their fields. */
final class Seen {
  private Seen() {}

  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
        map.forEach((key, each) -> entries.put(of(key) + "", of(each)));
        yield entries;
      }
      case Set<?> set -> {
        List<String> elements = new ArrayList<>();
        set.forEach(each -> elements.add(of(each) + ""));
        elements.sort(null);
        yield elements;
      }
      case Collection<?> collection -> {
        List<@Nullable Object> elements = new ArrayList<>();
        collection.forEach(each -> elements.add(of(each)));
        yield elements;
      }
      case Optional<?> optional -> "optional " + of(optional.orElse(null));
      case Object array when array.getClass().isArray() -> {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
          elements.add(of(Array.get(array, i)));
        }
        yield elements;
      }
      case Enum<?> constant -> constant.name();
      default -> value.getClass().getName().startsWith("java.") ? value : fields(value);
    };
  }

  private static Map<String, @Nullable Object> fields(Object value) {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put("class", value.getClass().getName());
    Class<?> type = value.getClass();
    while (type != null && type != Object.class) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          try {
            field.setAccessible(true);
            fields.put(field.getName(), of(field.get(value)));
          } catch (IllegalAccessException e) {
            throw new LinkageError(field.toString(), e);
          }
        }
      }
      type = type.getSuperclass();
    }
    return fields;
  }
}
