package dev.thaw.events;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents of the shape of another, with everything else left to chance: fields missing, null,
 * empty or out of order, fields that nobody knows, numbers and booleans for texts.
 */
@NullUnmarked // it makes nulls
final class RandomDocuments {
  private static final JsonMapper JACKSON = new JsonMapper();
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "x",
          "é漢😀",
          "\"\\\n\u0000",
          "null",
          "17",
          "arn:aws:sqs:eu-west-1:123456789012:q");
  private static final List<Object> ANYTHING =
      Arrays.asList(
          null,
          true,
          0,
          -1,
          Integer.MAX_VALUE,
          Integer.MIN_VALUE,
          1L << 31,
          Long.MIN_VALUE,
          BigInteger.ONE.shiftLeft(63),
          BigInteger.TEN.pow(30),
          1.5,
          -2e300,
          "",
          "x",
          List.of(),
          List.of(1, List.of("y")),
          Map.of(),
          Map.of("", Map.of("z", 1.0)));

  private final Random random;

  private RandomDocuments(Random random) {
    this.random = random;
  }

  static byte[] like(byte[] shape, Random random) {
    Object value = new RandomDocuments(random).value(JACKSON.readValue(shape, Object.class));
    return JACKSON.writeValueAsBytes(value);
  }

  private Object value(Object shape) {
    return switch (shape) {
      case Map<?, ?> map -> isMap(map) ? map(map) : object(map);
      case List<?> list -> list(list);
      case Boolean _ -> pick(List.of(true, false, "true", "false"));
      case Integer _ -> pick(List.of(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, "17", ""));
      case Long _ -> pick(List.of(0, Long.MAX_VALUE, Long.MIN_VALUE, "1546300800000", ""));
      case Double _ -> pick(List.of(0, 1500000000.25, 1500000000, 0.001, "1500000000.5", ""));
      case String text -> text(text);
      case null, default -> shape;
    };
  }

  private Object text(String shape) {
    return switch (shape) {
      case RandomBeans.TEXT -> {
        int chance = random.nextInt(12);
        yield chance == 0 ? 1.50 : chance == 1 ? 17 : chance == 2 ? true : pick(TEXTS);
      }
      case RandomBeans.BASE64 -> {
        byte[] bytes = new byte[random.nextInt(7)];
        random.nextBytes(bytes);
        yield Base64.getEncoder().encodeToString(bytes);
      }
      case RandomBeans.TIME ->
          pick(
              List.of(
                  "1970-01-01T00:00:00.000Z",
                  "2024-02-29T12:00:00+02:00",
                  "2016-01-01T23:59:59.000+0000",
                  "2019-09-03"));
      default -> shape;
    };
  }

  private static boolean isMap(Map<?, ?> map) {
    return map.keySet().stream().allMatch(name -> ((String) name).startsWith(RandomBeans.KEY));
  }

  private Object object(Map<?, ?> shape) {
    List<Object> names = new ArrayList<>(shape.keySet());
    Collections.shuffle(names, random);
    Map<Object, Object> object = new LinkedHashMap<>();
    for (Object name : names) {
      // AWS's library fails on a null or missing type of view: see WhereAwsIsWrongTest
      boolean needed = name.equals("StreamViewType");
      int chance = random.nextInt(10);
      if (needed || chance > 1) {
        object.put(name, value(shape.get(name)));
      } else if (chance == 1) {
        object.put(name, null);
      }
    }
    if (random.nextInt(4) == 0) {
      object.put("unknown", pick(ANYTHING));
    }
    return object;
  }

  private Object map(Map<?, ?> shape) {
    boolean anything = shape.containsKey(RandomBeans.KEY + "text");
    Map<Object, Object> map = new HashMap<>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      map.put(pick(TEXTS), anything ? pick(ANYTHING) : element(shape.values()));
    }
    return map;
  }

  private Object list(List<?> shape) {
    List<Object> list = new ArrayList<>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      list.add(element(shape));
    }
    return list;
  }

  private Object element(Iterable<?> shapes) {
    var each = shapes.iterator();
    return each.hasNext() && random.nextInt(10) > 0 ? value(each.next()) : null;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
