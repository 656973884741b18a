package dev.thaw.codec.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.nio.ByteBuffer;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** The types that one call reads and one call writes. */
enum Scalar {
  TEXT(String.class, "text", "\"\""),
  INT(int.class, "intValue", "0"),
  BOXED_INT(Integer.class, "boxedInt", "0"),
  LONG(long.class, "longValue", "0L"),
  BOXED_LONG(Long.class, "boxedLong", "0L"),
  DOUBLE(double.class, "doubleValue", "0.0"),
  BOXED_DOUBLE(Double.class, "boxedDouble", "0.0"),
  BOOLEAN(boolean.class, "booleanValue", "false"),
  BOXED_BOOLEAN(Boolean.class, "boxedBoolean", "false"),
  DATE(Date.class, "epochSeconds", null),
  BYTES(ByteBuffer.class, "base64", null),
  BYTE_ARRAY(byte[].class, "bytes", null),
  OBJECT(Object.class, "value", null);

  private final Class<?> type;

  /** The method of JsonValues that reads it. */
  final String reader;

  /** What stands for a missing value in a class that has no nulls; null where nothing does. */
  final @Nullable String empty;

  Scalar(Class<?> type, String reader, @Nullable String empty) {
    this.type = type;
    this.reader = reader;
    this.empty = empty;
  }

  static @Nullable Scalar of(TypeName type) {
    for (Scalar scalar : values()) {
      if (scalar.type().equals(type)) {
        return scalar;
      }
    }
    return null;
  }

  TypeName type() {
    return TypeName.get(type);
  }

  boolean isPrimitive() {
    return type.isPrimitive();
  }

  /** An expression that reads the next value of {@code in}. */
  CodeBlock read() {
    return CodeBlock.of("$T.$L(in)", this == OBJECT ? Api.JSON_OBJECTS : Api.JSON_VALUES, reader);
  }

  /** The same, in a class that has no nulls. */
  CodeBlock readOrEmpty() {
    return switch (this) {
      case TEXT -> CodeBlock.of("$T.textOrEmpty(in)", Api.JSON_VALUES);
      case BOXED_INT -> INT.read();
      case BOXED_LONG -> LONG.read();
      case BOXED_DOUBLE -> DOUBLE.read();
      case BOXED_BOOLEAN -> BOOLEAN.read();
      default -> read();
    };
  }

  /** A statement that writes the value of an expression, which is not null. */
  CodeBlock write(CodeBlock value) {
    return switch (this) {
      case DATE -> CodeBlock.of("$T.writeEpochSeconds(out, $L)", Api.JSON_VALUES, value);
      case BYTES, BYTE_ARRAY -> CodeBlock.of("out.base64($L)", value);
      case OBJECT -> CodeBlock.of("$T.write(out, $L)", Api.JSON_OBJECTS, value);
      default -> CodeBlock.of("out.value($L)", value);
    };
  }
}
