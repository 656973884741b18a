package dev.thaw.training;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table "The house" of the design: what each module may import, and what none may. */
class HouseTest {
  private static final String AWS = "com.amazonaws.services.lambda.runtime";
  private static final String EVENTS = AWS + ".events..";

  /** A module with all that it may use besides {@code java..} and JSpecify. */
  enum Module {
    HANDLER_API("handler-api", "dev.thaw.handler", AWS),
    EVENT_ADAPTERS(
        "event-adapters",
        "dev.thaw.codec",
        "dev.thaw.events",
        "dev.thaw.http",
        "dev.thaw.batch",
        "dev.thaw.idempotency",
        "dev.thaw.handler",
        AWS,
        AWS + ".logging",
        EVENTS,
        "org.joda.time.."),
    CODEC_PROCESSOR(
        "codec-processor", "dev.thaw.codec.processor", "javax..", "com.palantir.javapoet"),
    RUNTIME_BOOTSTRAP(
        "runtime-bootstrap",
        "dev.thaw.runtime..",
        "dev.thaw.handler",
        "dev.thaw.codec",
        "dev.thaw.events",
        "dev.thaw.http",
        "dev.thaw.batch",
        AWS,
        AWS + ".logging",
        EVENTS,
        "tools.jackson..",
        "com.fasterxml.jackson.annotation",
        "org.graalvm.nativeimage..",
        "org.graalvm.word",
        "com.oracle.svm.core.annotate"),
    TRAINING(
        "container-base-image", "dev.thaw.training", "dev.thaw.runtime", "dev.thaw.codec", AWS),
    XRAY("integrations/xray", "dev.thaw.xray", "dev.thaw.handler", AWS, "com.amazonaws.xray.."),
    IDEMPOTENCY_DYNAMODB(
        "integrations/idempotency-dynamodb",
        "dev.thaw.idempotency..",
        "dev.thaw.handler",
        "dev.thaw.codec",
        AWS,
        "software.amazon.awssdk.."),
    EXAMPLES(
        "examples",
        "com.example",
        "dev.thaw.handler",
        "dev.thaw.codec",
        "dev.thaw.events",
        "dev.thaw.http",
        "dev.thaw.batch",
        "dev.thaw.idempotency",
        AWS,
        EVENTS);

    private final String folder;
    private final String allowed;

    Module(String folder, String... allowed) {
      this.folder = folder;
      this.allowed = "java.. org.jspecify.annotations " + String.join(" ", allowed);
    }

    JavaClasses compiled() {
      return COMPILED.computeIfAbsent(this, Module::read);
    }

    private JavaClasses read() {
      Path folder = Layer.PROJECT.resolve(this.folder).resolve("target/classes");
      JavaClasses found = new ClassFileImporter().importPath(folder);
      assertThat(found.size()).as("classes in %s", folder).isPositive();
      return found;
    }

    ArchRule imports() {
      return classes().should().onlyDependOnClassesThat(resideInAnyPackage(allowed.split(" ", -1)));
    }
  }

  /** Reading classes, and those of the JDK that they use, takes a second a module. */
  private static final Map<Module, JavaClasses> COMPILED = new EnumMap<>(Module.class);

  /** Joda starts slowly: its classes are touched only when a function asks for a time. */
  private static final ArchRule JODA =
      noClasses()
          .that(
              not(
                  DescribedPredicate.describe(
                      "are JodaTimes or generated for the events",
                      (JavaClass type) ->
                          type.getName().equals("dev.thaw.codec.JodaTimes")
                              || type.getPackageName().equals("dev.thaw.events"))))
          .should()
          .dependOnClassesThat(resideInAPackage("org.joda.time.."));

  /** The second package holds a class that stands in for one of Jackson's own. */
  private static final ArchRule JACKSON =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "dev.thaw.runtime.jackson..", "tools.jackson.databind.ext.beans")))
          .should()
          .dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.."));

  /** Those classes exist only while a native executable is built. */
  private static final ArchRule GRAAL =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.thaw.runtime.graal")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.graalvm..", "com.oracle.svm..", "dev.thaw.runtime.graal"));

  /** What starts slowly, or drags in what does; the JDK's loggers are not on the start path. */
  private static final ArchRule START_PATH =
      noClasses()
          .that()
          .haveNameNotMatching("dev\\.thaw\\.runtime\\.SystemLogger(Finder)?")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.net.http..",
                      "java.util.regex..",
                      "java.util.logging..",
                      "java.util.stream..",
                      "java.text..")
                  .or(JavaClass.Predicates.type(java.util.ServiceLoader.class)));

  private static final ArchRule NO_STATIC_STATE = fields().that().areStatic().should().beFinal();

  private static final ArchRule NO_LOCAL_LAMBDA =
      noClasses().should().dependOnClassesThat(resideInAPackage("dev.thaw.local.."));

  @ParameterizedTest
  @EnumSource
  void moduleImportsWhatItMay(Module module) {
    module.imports().check(module.compiled());
  }

  @Test
  void jodaStaysInOnePlace() {
    JODA.check(Module.EVENT_ADAPTERS.compiled());
  }

  @Test
  void jacksonStaysInOnePackage() {
    JACKSON.check(Module.RUNTIME_BOOTSTRAP.compiled());
  }

  @Test
  void graalStaysInOnePackage() {
    GRAAL.check(Module.RUNTIME_BOOTSTRAP.compiled());
  }

  @Test
  void startPathStaysFree() {
    START_PATH.check(Module.RUNTIME_BOOTSTRAP.compiled());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "HANDLER_API",
        "EVENT_ADAPTERS",
        "RUNTIME_BOOTSTRAP",
        "XRAY",
        "IDEMPOTENCY_DYNAMODB"
      })
  void noStaticMutableState(Module module) {
    NO_STATIC_STATE.allowEmptyShould(true).check(module.compiled());
  }

  @ParameterizedTest
  @EnumSource
  void localLambdaIsForTestsOnly(Module module) {
    NO_LOCAL_LAMBDA.check(module.compiled());
  }

  /** The rules bite: a class that breaks one, planted in the module's package, is found. */
  @ParameterizedTest
  @CsvSource({
    "HANDLER_API, dev.thaw.handler, com.amazonaws.services.lambda.runtime.events.SQSEvent",
    "HANDLER_API, dev.thaw.handler, dev.thaw.runtime.Bootstrap",
    "EVENT_ADAPTERS, dev.thaw.codec, dev.thaw.runtime.Bootstrap",
    "EVENT_ADAPTERS, dev.thaw.codec, tools.jackson.databind.JsonNode",
    "CODEC_PROCESSOR, dev.thaw.codec.processor, dev.thaw.codec.Codec",
    "RUNTIME_BOOTSTRAP, dev.thaw.runtime, org.joda.time.DateTime",
    "RUNTIME_BOOTSTRAP, dev.thaw.runtime, dev.thaw.training.Train",
    "TRAINING, dev.thaw.training, dev.thaw.handler.Handler",
    "XRAY, dev.thaw.xray, dev.thaw.runtime.Bootstrap",
    "IDEMPOTENCY_DYNAMODB, dev.thaw.idempotency.dynamodb, dev.thaw.runtime.Bootstrap",
    "EXAMPLES, com.example, dev.thaw.runtime.Bootstrap",
    "EXAMPLES, com.example, dev.thaw.local.LocalLambda"
  })
  void forbiddenImportIsFound(Module module, String home, String imported, @TempDir Path folder)
      throws Exception {
    assertBroken(module.imports(), plant(folder, home, "private final " + imported + "[] x = {};"));
  }

  @Test
  void everyOtherRuleBitesToo(@TempDir Path folder) throws Exception {
    assertBroken(JODA, plant(folder, "dev.thaw.codec", "private org.joda.time.DateTime time;"));
    assertBroken(
        JACKSON, plant(folder, "dev.thaw.runtime", "private tools.jackson.databind.JsonNode n;"));
    assertBroken(
        GRAAL,
        plant(folder, "dev.thaw.runtime", "private org.graalvm.nativeimage.ImageInfo image;"));
    assertBroken(NO_LOCAL_LAMBDA, plant(folder, "com.example", "dev.thaw.local.LocalLambda l;"));
    for (String code :
        List.of(
            "private java.net.http.HttpClient client;",
            "boolean digits(String s) { return java.util.regex.Pattern.matches(\"[0-9]\", s); }",
            "private java.util.logging.Logger logger;",
            "long all() { return java.util.List.of(1).stream().count(); }",
            "Object all() { return java.util.ServiceLoader.load(Runnable.class); }",
            "private java.text.NumberFormat format;")) {
      assertBroken(START_PATH, plant(folder, "dev.thaw.runtime", code));
    }
    assertBroken(NO_STATIC_STATE, plant(folder, "dev.thaw.runtime", "private static int count;"));
  }

  private static void assertBroken(ArchRule rule, JavaClasses planted) {
    assertThat(rule.evaluate(planted).hasViolation()).as(rule.getDescription()).isTrue();
  }

  /** Compiles a class with these members into a package. */
  private static JavaClasses plant(Path folder, String home, String members) throws Exception {
    Path classes = Files.createTempDirectory(folder, "planted");
    String source = "package " + home + "; class Planted { " + members + " }";
    Functions.loose(classes, Functions.compileText(Map.of("Planted", source)));
    return new ClassFileImporter().importPath(classes);
  }
}
