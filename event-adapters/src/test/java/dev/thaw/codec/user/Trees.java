package dev.thaw.codec.user;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents as trees: to compare them, and to change something in them. */
final class Trees {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String[] INSTEAD = {
    "null",
    "\"\"",
    "[]",
    "{}",
    "true",
    "0",
    "-1",
    "3.7",
    "\"x\"",
    "\"5\"",
    "[1]",
    "[\"a\"]",
    "1e3",
    "{\"a\":1}",
    "\" \"",
    "[null]",
    "99999999999999999999",
    "\"2024-02-29\"",
    "\"true\"",
    "[[]]"
  };

  private Trees() {}

  /** Numbers are equal if their values are. */
  static @Nullable Object comparable(byte[] json) {
    return comparable(MAPPER.readValue(json, Object.class));
  }

  private static @Nullable Object comparable(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> {
        List<@Nullable Object> elements = new ArrayList<>();
        list.forEach(each -> elements.add(comparable(each)));
        yield elements;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> entries = new TreeMap<>();
        map.forEach((key, each) -> entries.put((String) key, comparable(each)));
        yield entries;
      }
      case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
      case null, default -> value;
    };
  }

  /** The same document with one value replaced by a value of any kind, or put into an array. */
  static byte[] changed(byte[] json, Random random) {
    JsonNode tree = MAPPER.readTree(json);
    List<Runnable> changes = new ArrayList<>();
    collect(tree, random, changes);
    if (changes.isEmpty() || random.nextInt(20) == 0) {
      return MAPPER.writeValueAsBytes(instead(tree, random));
    }
    changes.get(random.nextInt(changes.size())).run();
    return MAPPER.writeValueAsBytes(tree);
  }

  private static void collect(JsonNode node, Random random, List<Runnable> changes) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames()) {
        JsonNode child = object.get(name);
        changes.add(() -> object.set(name, instead(child, random)));
        collect(child, random, changes);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        changes.add(() -> array.set(index, instead(array.get(index), random)));
        collect(array.get(i), random, changes);
      }
    }
  }

  private static JsonNode instead(JsonNode old, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> MAPPER.createArrayNode().add(old);
      case 1 -> MAPPER.createArrayNode().add(old).add(old);
      case 2 -> old.isValueNode() ? MAPPER.getNodeFactory().stringNode(old.asString()) : old;
      default -> MAPPER.readTree(INSTEAD[random.nextInt(INSTEAD.length)]);
    };
  }

  /** The same document with one byte more, less or other. */
  static byte[] broken(byte[] json, Random random) {
    byte[] odd = "{}[],:\"\\0e-.tn \u0000\u0080".getBytes(ISO_8859_1);
    byte any = odd[random.nextInt(odd.length)];
    int at = random.nextInt(json.length);
    int kind = random.nextInt(3);
    byte[] broken = new byte[json.length + 1 - kind];
    int from = kind == 0 ? at : at + 1;
    int to = kind == 2 ? at : at + 1;
    System.arraycopy(json, 0, broken, 0, at);
    System.arraycopy(json, from, broken, to, json.length - from);
    if (kind < 2) {
      broken[at] = any;
    }
    return broken;
  }
}
