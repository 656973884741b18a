package dev.thaw.codec.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.thaw.codec.processor.PropertyAnnotations.Members;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** A class {@code Subject} in source, and what is read from its elements while it is compiled. */
final class Subject extends AbstractProcessor {
  private final Reading reading;
  private @Nullable Throwable failure;
  private boolean read;

  private Subject(Reading reading) {
    this.reading = reading;
  }

  /** What a test does with the elements. */
  interface Reading {
    void read(Annotations annotations, TypeElement subject) throws Rejection;
  }

  /** Compiles the source, whose class is called {@code Subject}. */
  static void read(String source, Reading reading) {
    Subject subject = new Subject(reading);
    assertThat(subject.compile(source)).succeeded();
    if (subject.failure != null) {
      throw new AssertionError(subject.failure);
    }
    if (!subject.read) {
      throw new AssertionError("Not called");
    }
  }

  /** The same, where reading must end in a compile error. */
  static void rejects(String source, long line, String message, Reading reading) {
    Subject subject = new Subject(reading);
    Compilation compilation = subject.compile(source);
    assertThat(compilation).failed();
    assertThat(compilation).hadErrorContaining(message).inFile(file(source)).onLine(line);
  }

  private static JavaFileObject file(String source) {
    return JavaFileObjects.forSourceString(
        "user.Subject",
        "package user; import com.fasterxml.jackson.annotation.*; import java.util.*;\n" + source);
  }

  private Compilation compile(String source) {
    JavaFileObject jsonName =
        JavaFileObjects.forSourceString(
            "dev.thaw.codec.JsonName",
            "package dev.thaw.codec; public @interface JsonName { String value(); }");
    return javac().withProcessors(this).compile(file(source), jsonName);
  }

  /** The members of a property, by their usual names. */
  static Members members(TypeElement type, String property) {
    String suffix = Character.toUpperCase(property.charAt(0)) + property.substring(1);
    ExecutableElement getter = null;
    ExecutableElement setter = null;
    VariableElement field = null;
    VariableElement parameter = null;
    Element component = null;
    for (Element each : type.getEnclosedElements()) {
      String name = each.getSimpleName().toString();
      if (each.getKind() == ElementKind.RECORD_COMPONENT && name.equals(property)) {
        component = each;
      } else if (each instanceof VariableElement variable && name.equals(property)) {
        field = variable;
      } else if (each instanceof ExecutableElement method) {
        for (VariableElement candidate : method.getParameters()) {
          if (name.equals("<init>") && candidate.getSimpleName().contentEquals(property)) {
            parameter = candidate;
          }
        }
        if (name.equals("get" + suffix)
            || (method.getParameters().isEmpty() && name.equals(property))) {
          getter = method;
        } else if (name.equals("set" + suffix)) {
          setter = method;
        }
      }
    }
    return new Members(getter, field, parameter, setter, component);
  }

  static PropertyAnnotations property(Annotations annotations, TypeElement type, String property)
      throws Rejection {
    return new PropertyReader(annotations).property(type, members(type, property));
  }

  static TypeAnnotations type(Annotations annotations, TypeElement type) throws Rejection {
    return new TypeReader(annotations).type(type);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      return false;
    }
    read = true;
    TypeElement type = processingEnv.getElementUtils().getTypeElement("user.Subject");
    try {
      reading.read(
          new Annotations(processingEnv.getElementUtils(), processingEnv.getTypeUtils()), type);
    } catch (Rejection rejection) {
      rejection.report(processingEnv.getMessager());
    } catch (AssertionError | RuntimeException e) {
      failure = e;
    }
    return false;
  }
}
