package dev.thaw.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import dev.thaw.codec.processor.CodecProcessor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the snippets of one page, each with all that those before it declare, the public API of
 * Thaw and AWS's, and the codec processor at work. Imports need not be shown. A snippet declares
 * types, or members of a class, or is statements; static members of a class {@code Given} that an
 * earlier one declares are variables and methods to it.
 */
final class SnippetCompiler implements AutoCloseable {
  private static final List<String> PACKAGES =
      List.of(
          "com.amazonaws.services.lambda.runtime",
          "com.amazonaws.services.lambda.runtime.events",
          "com.fasterxml.jackson.annotation",
          "dev.thaw.handler",
          "dev.thaw.codec",
          "dev.thaw.events",
          "dev.thaw.http",
          "dev.thaw.batch",
          "dev.thaw.idempotency",
          "dev.thaw.idempotency.dynamodb");

  private static final List<String> OPTIONS =
      List.of(
          "-Xlint:all,-processing,-serial,-classfile,-options,-path,-auxiliaryclass,-missing-explicit-ctor");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final Path folder;
  private final List<Path> classes = new ArrayList<>();
  private final JavaFileManager files;
  private boolean given;

  /**
   * Makes one for a page.
   *
   * @param folder empty, for the classes
   */
  SnippetCompiler(Path folder) {
    this.folder = folder;
    this.files = compiler.getStandardFileManager(null, null, UTF_8);
  }

  /** Compiles the next snippet; returns the compiler's complaints with the page's line numbers. */
  List<String> compile(Snippet snippet) throws IOException {
    Path output = Files.createDirectory(folder.resolve("line" + snippet.line()));
    StringBuilder classPath = new StringBuilder();
    for (Path each : classes.reversed()) {
      classPath.append(each).append(':');
    }
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(List.of("-cp", classPath + System.getProperty("java.class.path")));
    options.addAll(List.of("-d", output.toString()));
    DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
    String source = imports() + shape(snippet);
    JavaCompiler.CompilationTask task =
        compiler.getTask(null, null, complaints, options, null, List.of(new Source(source)));
    task.setProcessors(List.of(new CodecProcessor()));
    boolean compiled = task.call();
    classes.add(output);
    given |= Files.exists(output.resolve("guide/Given.class"));
    List<String> said = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : complaints.getDiagnostics()) {
      if (each.getKind() == Diagnostic.Kind.NOTE) {
        continue;
      }
      said.add(
          snippet.page().getFileName()
              + ":"
              + (snippet.line() + Math.max(each.getLineNumber(), 1) - 1)
              + ": "
              + each.getMessage(Locale.ROOT));
    }
    if (!compiled && said.isEmpty()) {
      throw new AssertionError("The compiler failed without a word at " + snippet);
    }
    return said;
  }

  /** In one line, so that lines count from the snippet's first. */
  private String imports() throws IOException {
    StringBuilder imports = new StringBuilder("package guide; import module java.base; ");
    for (String each : PACKAGES) {
      Iterable<JavaFileObject> found =
          files.list(StandardLocation.CLASS_PATH, each, Set.of(JavaFileObject.Kind.CLASS), false);
      for (JavaFileObject file : found) {
        if (!file.isNameCompatible("package-info", JavaFileObject.Kind.CLASS)) {
          imports.append("import ").append(each).append(".*; ");
          break;
        }
      }
    }
    if (given) {
      imports.append("import static guide.Given.*; ");
    }
    return imports.toString();
  }

  private String shape(Snippet snippet) throws IOException {
    String type = "class Snippet" + snippet.line() + " { ";
    for (String shape :
        List.of(
            snippet.text(),
            type + snippet.text() + "}",
            type + "void run() throws Exception { " + snippet.text() + "} }")) {
      if (parses(shape)) {
        return shape;
      }
    }
    return snippet.text();
  }

  private boolean parses(String source) throws IOException {
    DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            compiler.getTask(null, files, complaints, null, null, List.of(new Source(source)));
    boolean types = false;
    for (CompilationUnitTree unit : task.parse()) {
      for (Tree each : unit.getTypeDecls()) {
        // members without a class make a class of the file's name
        boolean implicit =
            each instanceof ClassTree tree && tree.getSimpleName().contentEquals(Source.NAME);
        types |= !implicit;
        if (implicit) {
          return false;
        }
      }
    }
    return types && complaints.getDiagnostics().isEmpty();
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  /** A text as a source file, whatever its classes are called. */
  private static final class Source extends SimpleJavaFileObject {
    static final String NAME = "ASnippet";
    private final String text;

    Source(String text) {
      super(URI.create("string:///guide/" + NAME + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.SOURCE && !simpleName.endsWith("-info");
    }

    @Override
    public @Nullable NestingKind getNestingKind() {
      return null;
    }

    @Override
    public @Nullable Modifier getAccessLevel() {
      return null;
    }
  }
}
