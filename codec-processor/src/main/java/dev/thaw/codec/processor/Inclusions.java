package dev.thaw.codec.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which values of a property are written, as a condition in generated code. */
final class Inclusions {
  private Inclusions() {}

  /** The condition on a primitive value; null for all of them. */
  static @Nullable CodeBlock ofPrimitive(Inclusion inclusion, UserType type, CodeBlock value) {
    if (inclusion != Inclusion.NON_DEFAULT || !(type instanceof UserType.Leaf leaf)) {
      return null;
    }
    return switch (leaf.javaType().toString()) {
      case "boolean" -> value;
      // 0.0 and -0.0 are two
      case "double" -> CodeBlock.of("$T.compare($L, 0.0) != 0", Double.class, value);
      case "float" -> CodeBlock.of("$T.compare($L, 0.0f) != 0", Float.class, value);
      default -> CodeBlock.of("$L != $L", value, leaf.absent());
    };
  }

  /** The condition on a value that is not primitive; null for all of them, null among them. */
  static @Nullable CodeBlock condition(Inclusion inclusion, UserType type, CodeBlock value) {
    CodeBlock some = CodeBlock.of("$L != null", value);
    CodeBlock full = inclusion == Inclusion.NON_NULL ? null : full(inclusion, type, value);
    return switch (inclusion) {
      case ALWAYS -> null;
      case NON_NULL -> some;
      default -> full == null ? some : CodeBlock.of("$L && $L", some, full);
    };
  }

  private static @Nullable CodeBlock full(Inclusion inclusion, UserType type, CodeBlock value) {
    boolean empty = inclusion == Inclusion.NON_EMPTY || inclusion == Inclusion.NON_DEFAULT;
    return switch (type) {
      case UserType.OptionalOf _ -> CodeBlock.of("$L.isPresent()", value);
      case UserType.Leaf leaf when leaf.reader().startsWith("optional") ->
          CodeBlock.of("$L.isPresent()", value);
      case UserType.CollectionOf list when empty && list.isIterable() ->
          CodeBlock.of("$L.iterator().hasNext()", value);
      case UserType.CollectionOf _ when empty -> CodeBlock.of("!$L.isEmpty()", value);
      case UserType.MapOf _ when empty -> CodeBlock.of("!$L.isEmpty()", value);
      case UserType.ArrayOf _ when empty -> CodeBlock.of("$L.length != 0", value);
      case UserType.Leaf leaf
          when inclusion == Inclusion.NON_DEFAULT && leaf.javaType().isBoxedPrimitive() ->
          ofPrimitive(
              inclusion, Objects.requireNonNull(LeafTypes.of(leaf.javaType().unbox())), value);
      case UserType.Leaf leaf when empty && leaf.isText() -> CodeBlock.of("!$L.isEmpty()", value);
      case UserType.Leaf leaf when empty && leaf.isArray() -> CodeBlock.of("$L.length != 0", value);
      default -> null;
    };
  }
}
