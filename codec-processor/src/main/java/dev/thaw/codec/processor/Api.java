package dev.thaw.codec.processor;

import com.palantir.javapoet.ClassName;

/** The classes that generated code uses, by name: the processor stands below them in the build. */
final class Api {
  static final String PACKAGE = "dev.thaw.codec";

  static final ClassName CODEC = ClassName.get(PACKAGE, "Codec");
  static final ClassName JSON_READER = ClassName.get(PACKAGE, "JsonReader");
  static final ClassName JSON_WRITER = ClassName.get(PACKAGE, "JsonWriter");
  static final ClassName JSON_NAMES = ClassName.get(PACKAGE, "JsonNames");
  static final ClassName JSON_VALUES = ClassName.get(PACKAGE, "JsonValues");
  static final ClassName JSON_OBJECTS = ClassName.get(PACKAGE, "JsonObjects");
  static final ClassName JODA_TIMES = ClassName.get(PACKAGE, "JodaTimes");
  static final ClassName JODA_DATE_TIME = ClassName.get("org.joda.time", "DateTime");
  static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

  private Api() {}

  /** A class with what only some codecs of users' types need. */
  static ClassName helper(String simpleName) {
    return ClassName.get(PACKAGE, simpleName);
  }
}
