package dev.thaw.codec.user;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;

/** Makes values of any type, from what its class looks like. */
@NullUnmarked // it makes nulls where they may be
final class RandomValues {
  private static final int DEEP = 4;

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  Object of(Type type) {
    return of(type, Map.of(), 0);
  }

  private Object of(Type type, Map<TypeVariable<?>, Type> arguments, int depth) {
    return switch (type) {
      case Class<?> plain when plain.isArray() -> array(plain, depth);
      case Class<?> plain -> plain(plain, arguments, depth);
      case ParameterizedType generic -> generic(generic, arguments, depth);
      case TypeVariable<?> variable -> of(arguments.get(variable), Map.of(), depth);
      case WildcardType wildcard -> of(wildcard.getUpperBounds()[0], arguments, depth);
      default -> throw new IllegalArgumentException(type.getTypeName());
    };
  }

  /** Null now and then, and more often the deeper it gets. */
  private Object nullable(Type type, Map<TypeVariable<?>, Type> arguments, int depth) {
    boolean primitive = type instanceof Class<?> plain && plain.isPrimitive();
    boolean optional = type.getTypeName().startsWith("java.util.Optional");
    boolean none = depth > DEEP || random.nextInt(7) == 0;
    if (primitive || !none) {
      return of(type, arguments, depth);
    }
    return optional ? empty((Class<?>) raw(type)) : null;
  }

  private static Object empty(Class<?> optional) {
    try {
      return optional.getMethod("empty").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(optional.toString(), e);
    }
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }

  private Object array(Class<?> type, int depth) {
    Object array = Array.newInstance(type.getComponentType(), random.nextInt(4));
    for (int i = 0; i < Array.getLength(array); i++) {
      Array.set(array, i, nullable(type.getComponentType(), Map.of(), depth + 1));
    }
    return array;
  }

  private Object plain(Class<?> type, Map<TypeVariable<?>, Type> arguments, int depth) {
    Object leaf = RandomLeaves.of(type, random);
    if (leaf != null) {
      return leaf;
    }
    if (type.isSealed() && Modifier.isAbstract(type.getModifiers())) {
      Class<?>[] all = type.getPermittedSubclasses();
      return plain(all[random.nextInt(all.length)], arguments, depth);
    }
    try {
      return type.isRecord() ? ofRecord(type, arguments, depth) : bean(type, depth);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName(), e);
    }
  }

  private Object ofRecord(Class<?> type, Map<TypeVariable<?>, Type> arguments, int depth)
      throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = nullable(components[i].getGenericType(), arguments, depth + 1);
    }
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private Object bean(Class<?> type, int depth) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object bean = constructor.newInstance();
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          field.set(bean, nullable(field.getGenericType(), Map.of(), depth + 1));
        }
      }
    }
    return bean;
  }

  private Object generic(ParameterizedType type, Map<TypeVariable<?>, Type> outer, int depth) {
    Class<?> raw = raw(type);
    Type[] arguments = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return Optional.of(of(arguments[0], outer, depth + 1));
    }
    if (Collection.class.isAssignableFrom(raw) || raw == Iterable.class) {
      return collection(raw, arguments[0], outer, depth);
    }
    if (Map.class.isAssignableFrom(raw)) {
      return map(raw, arguments, outer, depth);
    }
    Map<TypeVariable<?>, Type> inner = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      Type argument = arguments[i];
      inner.put(
          raw.getTypeParameters()[i],
          argument instanceof TypeVariable<?> variable ? outer.get(variable) : argument);
    }
    return plain(raw, inner, depth);
  }

  private Object collection(
      Class<?> raw, Type element, Map<TypeVariable<?>, Type> outer, int depth) {
    boolean noNulls = raw.getName().matches(".*(Sorted|Tree|Enum|Deque).*");
    List<Object> elements = new ArrayList<>();
    for (int i = random.nextInt(depth > DEEP ? 1 : 4); i > 0; i--) {
      elements.add(noNulls ? of(element, outer, depth + 1) : nullable(element, outer, depth + 1));
    }
    return Made.collection(raw, element, elements);
  }

  private Object map(Class<?> raw, Type[] arguments, Map<TypeVariable<?>, Type> outer, int depth) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(depth > DEEP ? 1 : 4); i > 0; i--) {
      map.put(of(arguments[0], outer, depth + 1), nullable(arguments[1], outer, depth + 1));
    }
    return Made.map(raw, arguments[0], map);
  }

  /** The collections of a declared type. */
  private static final class Made {
    private Made() {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Object collection(Class<?> raw, Type element, List<Object> elements) {
      if (raw.getSimpleName().equals("EnumSet")) {
        EnumSet set = EnumSet.noneOf((Class) element);
        set.addAll(elements);
        return set;
      }
      if (raw.isInterface()) {
        return switch (raw.getSimpleName()) {
          case "Set", "SequencedSet" -> new LinkedHashSet<>(elements);
          case "SortedSet", "NavigableSet" -> new TreeSet<>(elements);
          case "Deque", "Queue" -> new ArrayDeque<>(elements);
          default -> elements;
        };
      }
      Collection<Object> made = (Collection<Object>) create(raw);
      made.addAll(elements);
      return made;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Object map(Class<?> raw, Type key, Map<Object, Object> entries) {
      if (raw.getSimpleName().equals("EnumMap")) {
        EnumMap map = new EnumMap((Class) key);
        map.putAll(entries);
        return map;
      }
      if (raw.isInterface()) {
        return raw.getSimpleName().matches("Sorted.*|Navigable.*")
            ? new TreeMap<>(entries)
            : entries;
      }
      Map<Object, Object> made = (Map<Object, Object>) create(raw);
      made.putAll(entries);
      return made;
    }

    private static Object create(Class<?> raw) {
      try {
        return raw.getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(raw.getName(), e);
      }
    }
  }
}
