package dev.thaw.training;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a type, taken apart.
 *
 * @param raw without type arguments
 * @param arguments the type arguments
 */
record GenericName(String raw, List<GenericName> arguments) {

  /** Takes apart what {@link java.lang.reflect.Type#getTypeName} says. */
  static GenericName of(String name) {
    int begin = name.indexOf('<');
    if (begin < 0 || !name.endsWith(">")) {
      return new GenericName(name, List.of());
    }
    List<GenericName> arguments = new ArrayList<>();
    int depth = 0;
    int from = begin + 1;
    for (int at = from; at < name.length(); at++) {
      char c = name.charAt(at);
      if (c == '<') {
        depth++;
      } else if (depth == 0 && (c == ',' || at == name.length() - 1)) {
        arguments.add(of(name.substring(from, at).trim()));
        from = at + 1;
      } else if (c == '>') {
        depth--;
      }
    }
    return new GenericName(name.substring(0, begin), arguments);
  }

  /** Whether it is a list, as a batch of AppSync is. */
  boolean isList() {
    return raw.equals("java.util.List") && arguments.size() == 1;
  }

  /** What a list is of; itself if it is none. */
  GenericName element() {
    return isList() ? arguments.getFirst() : this;
  }
}
