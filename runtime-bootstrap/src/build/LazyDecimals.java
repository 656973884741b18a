import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Moves four constants of Jackson's parsers, the limits of int and long as decimals, into a class
 * of their own, which is initialized only when a decimal is compared with them.
 *
 * <p>As they stand, every parser's first use initializes {@code java.math.BigDecimal}, which
 * multiplies large numbers for 8 of the 80 milliseconds of a plain type's cold start (JDK 25).
 * Jackson itself is left as it is but for where these constants are.
 */
final class LazyDecimals {
  private static final String JACKSON = "dev/thaw/runtime/jackson/relocated";
  private static final String PARSER = JACKSON + "/core/base/ParserMinimalBase";
  private static final String HOLDER = JACKSON + "/core/base/ParserDecimals";
  private static final ClassDesc DECIMAL = ClassDesc.of("java.math.BigDecimal");
  private static final Map<String, String> CONSTANTS =
      new TreeMap<>(
          Map.of(
              "BD_MIN_INT", Integer.toString(Integer.MIN_VALUE),
              "BD_MAX_INT", Integer.toString(Integer.MAX_VALUE),
              "BD_MIN_LONG", Long.toString(Long.MIN_VALUE),
              "BD_MAX_LONG", Long.toString(Long.MAX_VALUE)));

  private final FileSystem jar;

  private LazyDecimals(FileSystem jar) {
    this.jar = jar;
  }

  /**
   * Runs in the package phase, after Jackson was put into the jar. A jar that has been treated
   * stays as it is.
   *
   * @param args the jar
   */
  public static void main(String[] args) throws IOException {
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(args[0]))) {
      new LazyDecimals(jar).run();
    }
  }

  private void run() throws IOException {
    Path parser = jar.getPath(PARSER + ".class");
    Path holder = jar.getPath(HOLDER + ".class");
    if (!refersToConstants(ClassFile.of().parse(parser))) {
      if (Files.exists(holder)) {
        return;
      }
      throw new IllegalStateException(PARSER + " has other constants than in Jackson 3.2.4");
    }
    FileTime time = Files.getLastModifiedTime(parser);
    List<Path> classes;
    try (Stream<Path> walk = Files.walk(jar.getPath(JACKSON))) {
      classes = walk.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    for (Path file : classes) {
      ClassModel type = ClassFile.of().parse(file);
      if (refersToConstants(type)) {
        write(file, rewritten(type), time);
      }
    }
    write(holder, holder(), time);
  }

  private static void write(Path file, byte[] content, FileTime time) throws IOException {
    Files.write(file, content);
    Files.setLastModifiedTime(file, time);
  }

  private static boolean refersToConstants(ClassModel type) {
    for (PoolEntry entry : type.constantPool()) {
      if (entry instanceof Utf8Entry text && CONSTANTS.containsKey(text.stringValue())) {
        return true;
      }
    }
    return false;
  }

  /** With a new constant pool, which shows what is left. */
  private static byte[] rewritten(ClassModel type) {
    boolean parser = type.thisClass().asInternalName().equals(PARSER);
    return ClassFile.of(ClassFile.ConstantPoolSharingOption.NEW_POOL)
        .transformClass(type, (out, element) -> rewrite(parser, out, element));
  }

  private static void rewrite(boolean parser, ClassBuilder out, ClassElement element) {
    if (element instanceof FieldModel field
        && parser
        && CONSTANTS.containsKey(field.fieldName().stringValue())) {
      return;
    }
    if (element instanceof MethodModel method && method.code().isPresent()) {
      boolean initializer = parser && method.methodName().equalsString("<clinit>");
      out.transformMethod(
          method,
          MethodTransform.transformingCode((code, part) -> rewrite(initializer, code, part)));
    } else {
      out.with(element);
    }
  }

  private static void rewrite(boolean initializer, CodeBuilder out, CodeElement part) {
    switch (part) {
      case FieldInstruction field when CONSTANTS.containsKey(field.name().stringValue()) -> {
        if (field.opcode() == Opcode.GETSTATIC) {
          out.getstatic(internal(HOLDER), field.name().stringValue(), DECIMAL);
        } else {
          out.pop(); // what the initializer would have kept
        }
      }
      // The initializer makes no decimals: a null takes the place of each, and of its argument.
      case NewObjectInstruction made
          when initializer && made.className().asSymbol().equals(DECIMAL) ->
          out.aconst_null();
      case InvokeInstruction call when initializer && call.owner().asSymbol().equals(DECIMAL) -> {
        out.pop();
        out.pop();
      }
      default -> out.with(part);
    }
  }

  private static byte[] holder() {
    ClassDesc name = internal(HOLDER);
    return ClassFile.of()
        .build(
            name,
            out -> {
              out.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
              for (String constant : CONSTANTS.keySet()) {
                out.withField(
                    constant,
                    DECIMAL,
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
              }
              out.withMethodBody(
                  "<clinit>", ConstantDescs.MTD_void, ClassFile.ACC_STATIC, LazyDecimals::fill);
            });
  }

  private static void fill(CodeBuilder out) {
    MethodTypeDesc ofText = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);
    CONSTANTS.forEach(
        (constant, value) -> {
          out.new_(DECIMAL).dup().loadConstant(value);
          out.invokespecial(DECIMAL, ConstantDescs.INIT_NAME, ofText);
          out.putstatic(internal(HOLDER), constant, DECIMAL);
        });
    out.return_();
  }

  private static ClassDesc internal(String name) {
    return ClassDesc.ofInternalName(name);
  }
}
