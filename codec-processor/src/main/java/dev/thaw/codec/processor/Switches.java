package dev.thaw.codec.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes methods that are one switch over a string. The code of one method has an end, at some 1000
 * cases: beyond a few hundred the rest is in a method that the default calls.
 */
final class Switches {
  private static final int MOST = 300;

  private Switches() {}

  /**
   * The method, and those for the rest, whose names have numbers.
   *
   * @param method its head, with one parameter
   * @param value what is switched over
   * @param cases each with its end of line
   * @param otherwise the result for any other value
   */
  static List<MethodSpec> of(
      MethodSpec.Builder method, CodeBlock value, List<CodeBlock> cases, CodeBlock otherwise) {
    MethodSpec head = method.build();
    List<MethodSpec> methods = new ArrayList<>();
    for (int from = 0; from == 0 || from < cases.size(); from += MOST) {
      int to = Math.min(from + MOST, cases.size());
      boolean last = to == cases.size();
      CodeBlock rest =
          last
              ? otherwise
              : CodeBlock.of(
                  "$L($N)", name(head, methods.size() + 1), head.parameters().getFirst());
      CodeBlock.Builder code = CodeBlock.builder().add("return switch ($L) {\n$>", value);
      cases.subList(from, to).forEach(code::add);
      code.add("default -> $L;\n$<};\n", rest);
      MethodSpec.Builder part = head.toBuilder().addCode(code.build());
      methods.add(part.setName(name(head, methods.size())).returns(head.returnType()).build());
    }
    return methods;
  }

  private static String name(MethodSpec head, int part) {
    return part == 0 ? head.name() : head.name() + "_" + (part + 1);
  }
}
