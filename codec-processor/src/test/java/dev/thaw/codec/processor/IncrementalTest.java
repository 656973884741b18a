package dev.thaw.codec.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What Gradle asks of an annotation processor whose results it keeps while their sources do not
 * change:
 * https://docs.gradle.org/current/userguide/java_plugin.html#sec:incremental_annotation_processing
 */
final class IncrementalTest {
  @Test
  void isDeclaredAsGradleReadsIt() throws IOException {
    String name = "META-INF/gradle/incremental.annotation.processors";
    try (InputStream in = CodecProcessor.class.getClassLoader().getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      assertThat(text.strip()).isEqualTo(CodecProcessor.class.getName() + ",isolating");
    }
  }

  @Test
  void isRegisteredForEveryBuildTool() throws IOException {
    String name = "META-INF/services/javax.annotation.processing.Processor";
    try (InputStream in = CodecProcessor.class.getClassLoader().getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      assertThat(text.strip()).isEqualTo(CodecProcessor.class.getName());
    }
  }

  @Test
  void everyFileOfATableComesFromTheTable() {
    assertThat(
            files(
                Sources.table(
                    "@ImportCodec(First.class)\n@ImportCodec(Second.class)\n@CodecLookup(\"Codecs\")"),
                Sources.event("First", "public class First {}"),
                Sources.event("Second", "public class Second {}")))
        .isEqualTo(
            Map.of(
                "events.FirstCodec", "events.Table",
                "events.SecondCodec", "events.Table",
                "events.Codecs", "events.Table"));
  }

  @Test
  void theFileOfAUsersTypeComesFromTheType() {
    assertThat(
            files(
                user("Order", "@GenerateCodec record Order(String id, Line line, State state) {}"),
                user("Line", "@GenerateCodec record Line(Part part) {}"),
                user("Part", "record Part(int count) {}"),
                user("State", "enum State { OPEN }"),
                user("Shop", "class Shop { @GenerateCodec record Item(State state) {} }")))
        .isEqualTo(
            Map.of(
                "shop.OrderCodec", "shop.Order",
                "shop.LineCodec", "shop.Line",
                "shop.Shop_ItemCodec", "shop.Shop.Item"));
  }

  private static JavaFileObject user(String name, String source) {
    return JavaFileObjects.forSourceString(
        "shop." + name, "package shop; import dev.thaw.codec.GenerateCodec;\n" + source);
  }

  /** The generated files with the one class that each comes from. */
  private static Map<String, String> files(JavaFileObject... sources) {
    Watched processor = new Watched();
    Compilation compilation =
        javac().withProcessors(processor).withOptions(ApiClasses.options()).compile(sources);
    assertThat(compilation).succeeded();
    Map<String, String> files = new TreeMap<>();
    processor.origins.forEach(
        (file, origins) -> {
          assertThat(origins).as(file).hasSize(1);
          files.put(file, origins.getFirst());
        });
    return files;
  }

  /** The processor with a filer that takes down what it is asked for. */
  private static final class Watched extends AbstractProcessor {
    final Map<String, List<String>> origins = new TreeMap<>();
    private final CodecProcessor processor = new CodecProcessor();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      Filer filer =
          proxy(
              Filer.class,
              environment.getFiler(),
              (method, arguments) -> {
                if (!method.equals("createSourceFile")) {
                  throw new AssertionError(method + " is no way that Gradle follows");
                }
                List<String> elements = new ArrayList<>();
                for (Element each : (Element[]) arguments[1]) {
                  elements.add(each.toString());
                }
                origins.put(arguments[0].toString(), elements);
                return null;
              });
      processor.init(
          proxy(
              ProcessingEnvironment.class,
              environment,
              (method, arguments) -> method.equals("getFiler") ? filer : null));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      boolean claimed = processor.process(annotations, round);
      assertThat(claimed).isTrue();
      return false;
    }
  }

  /** Answers a call, or says null for the real object's answer. */
  private interface Answer {
    @Nullable Object to(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, T real, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object[] all = arguments == null ? new Object[0] : arguments;
              Object answered = answer.to(method.getName(), all);
              if (answered != null) {
                return answered;
              }
              try {
                return method.invoke(real, all);
              } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause(), Arrays.toString(all));
              }
            }));
  }
}
