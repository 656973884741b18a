package dev.thaw.codec.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.codec.processor.TypeIds.As;
import dev.thaw.codec.processor.TypeIds.Subtype;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;

/** What the annotations of a class say. */
final class TypeReaderTest {
  @Test
  void readsAClass() {
    Subject.read(
        """
        @JsonIgnoreProperties(value = {"a", "b"}, allowGetters = true)
        @JsonInclude(value = JsonInclude.Include.NON_DEFAULT, content = JsonInclude.Include.NON_NULL)
        @JsonPropertyOrder(value = {"z", "y"}, alphabetic = true)
        class Subject {
          @JsonCreator Subject(@JsonProperty("a") String a) {}
          @JsonCreator(mode = JsonCreator.Mode.DISABLED) Subject() {}
        }
        """,
        (annotations, type) -> {
          TypeAnnotations read = Subject.type(annotations, type);
          assertThat(read.notRead()).containsOnly("a", "b");
          assertThat(read.notWritten()).isEmpty();
          assertThat(read.inclusion()).isEqualTo(Inclusion.NON_DEFAULT);
          assertThat(read.content()).isEqualTo(Inclusion.NON_NULL);
          assertThat(read.order()).containsExactly("z", "y");
          assertThat(read.alphabetic()).isTrue();
          Creator creator = Objects.requireNonNull(read.creator());
          assertThat(creator.delegating()).isFalse();
          assertThat(creator.method().getParameters()).hasSize(1);
          assertThat(read.typeIds()).isNull();
          assertThat(read.value()).isNull();
        });
  }

  @Test
  void readsFactoriesAndValues() {
    Subject.read(
        """
        record Subject(@JsonValue String text) {
          @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
          static Subject of(String text) { return new Subject(text); }
        }
        """,
        (annotations, type) -> {
          TypeAnnotations read = Subject.type(annotations, type);
          Creator creator = Objects.requireNonNull(read.creator());
          assertThat(creator.delegating()).isTrue();
          assertThat(creator.method().getSimpleName()).hasToString("of");
          assertThat(read.value())
              .isEqualTo(
                  ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                      .filter(each -> each.getSimpleName().contentEquals("text"))
                      .findFirst()
                      .orElseThrow());
        });
  }

  @Test
  void readsWhatInterfacesSay() {
    Subject.read(
        """
        record Subject(String a) implements Base {}
        @JsonIgnoreProperties("x")
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
        interface Base {}
        """,
        (annotations, type) -> {
          TypeAnnotations read = Subject.type(annotations, type);
          assertThat(read.notRead()).containsOnly("x");
          assertThat(read.notWritten()).containsOnly("x");
          TypeIds ids = Objects.requireNonNull(read.typeIds());
          assertThat(ids.property()).isEqualTo("@type");
          assertThat(ids.subtypes()).containsExactly(new Subtype(type, List.of("Subject")));
        });
  }

  @Test
  void readsTheNamesOfASealedHierarchy() {
    Subject.read(
        """
        @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.WRAPPER_OBJECT,
            property = "kind",
            visible = true,
            defaultImpl = Subject.Other.class)
        sealed interface Subject {
          @JsonTypeName("circle") record Circle(double r) implements Subject {}
          record Square(double a) implements Subject {}
          sealed interface Odd extends Subject {}
          record Other() implements Odd {}
        }
        """,
        (annotations, type) -> {
          TypeIds ids = Objects.requireNonNull(Subject.type(annotations, type).typeIds());
          assertThat(ids.as()).isEqualTo(As.WRAPPER_OBJECT);
          assertThat(ids.property()).isEqualTo("kind");
          assertThat(ids.visible()).isTrue();
          assertThat(ids.nullForUnknown()).isFalse();
          assertThat(ids.fallback()).hasToString("user.Subject.Other");
          assertThat(ids.subtypes())
              .extracting(Subtype::names)
              .containsExactly(
                  List.of("circle"), List.of("Subject$Square"), List.of("Subject$Other"));
        });
  }

  @Test
  void readsTheNamesThatTheBaseClassLists() {
    Subject.read(
        """
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "k", defaultImpl = Void.class)
        @JsonSubTypes({
          @JsonSubTypes.Type(value = A.class, name = "a"),
          @JsonSubTypes.Type(value = B.class, names = {"b", "bee"}),
          @JsonSubTypes.Type(C.class)
        })
        abstract class Subject {}
        final class A extends Subject {}
        final class B extends Subject {}
        @JsonTypeName("c") final class C extends Subject {}
        """,
        (annotations, type) -> {
          TypeIds ids = Objects.requireNonNull(Subject.type(annotations, type).typeIds());
          assertThat(ids.fallback()).isNull();
          assertThat(ids.nullForUnknown()).isTrue();
          assertThat(ids.subtypes())
              .extracting(Subtype::names)
              .containsExactly(List.of("a"), List.of("b", "bee"), List.of("c"));
        });
  }

  @Test
  void refusesWhatItCannotDoWhereItStands() {
    refuses("@JsonAutoDetect is not supported", "@JsonAutoDetect");
    refuses("@JsonFilter is not supported", "@JsonFilter(\"x\")");
    refuses("@JsonIncludeProperties is not supported", "@JsonIncludeProperties(\"x\")");
    refuses("with use = CLASS is not supported", "@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)");
    refuses(
        "with include = EXTERNAL_PROPERTY is not supported",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY)");
    refuses(
        "with shape ARRAY is not supported at a class",
        "@JsonFormat(shape = JsonFormat.Shape.ARRAY)");
    refuses(
        "@JsonIdentityInfo is not supported",
        "@JsonIdentityInfo(generator = ObjectIdGenerators.None.class)");
  }

  private static void refuses(String message, String annotation) {
    Subject.rejects(annotation + "\nclass Subject {}", 2, message, TypeReaderTest::readType);
  }

  private static void readType(Annotations annotations, TypeElement type) throws Rejection {
    var _ = Subject.type(annotations, type);
  }

  @Test
  void refusesCreatorsThatItCannotCall() {
    refusesMember("may mean its value or an object", "@JsonCreator Subject(String a) {}");
    refusesMember("is at a private member", "@JsonCreator private Subject(String a, int b) {}");
    refusesMember(
        "stands twice",
        "@JsonCreator Subject(String a, int b) {} @JsonCreator Subject(int a, int b) {}");
    refusesMember("is at a private member", "@JsonValue private String x;");
  }

  private static void refusesMember(String message, String member) {
    Subject.rejects("class Subject {\n  " + member + "\n}", 3, message, TypeReaderTest::readType);
  }
}
