package dev.thaw.codec.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.codec.processor.PropertyAnnotations.Access;
import dev.thaw.codec.processor.PropertyAnnotations.Members;
import org.junit.jupiter.api.Test;

/** What the annotations of a property say, at whichever member they stand. */
final class PropertyReaderTest {
  @Test
  void readsWhatStandsAtAComponentOfARecord() {
    Subject.read(
        """
        record Subject(
            @JsonProperty(value = "a-b", required = true, index = 2) @JsonAlias({"c", "d"}) String ab,
            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String secret,
            @JsonProperty(access = JsonProperty.Access.READ_ONLY) String made,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String text,
            @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, String> map,
            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "dd.MM.yyyy", timezone = "Europe/Berlin")
                java.time.Instant day,
            @JsonIgnore String ignored,
            @dev.thaw.codec.JsonName("our-name") String ours,
            String plain) {}
        """,
        (annotations, type) -> {
          PropertyAnnotations ab = Subject.property(annotations, type, "ab");
          assertThat(ab.jsonName("ab", Naming.KEBAB_CASE)).isEqualTo("a-b");
          assertThat(ab.required()).isTrue();
          assertThat(ab.index()).isEqualTo(2);
          assertThat(ab.aliases()).containsExactly("c", "d");
          assertThat(Subject.property(annotations, type, "secret").access())
              .isEqualTo(Access.READ_ONLY);
          assertThat(Subject.property(annotations, type, "made").access())
              .isEqualTo(Access.WRITTEN_ONLY);
          assertThat(Subject.property(annotations, type, "text").inclusion())
              .isEqualTo(Inclusion.NON_EMPTY);
          PropertyAnnotations map = Subject.property(annotations, type, "map");
          assertThat(map.inclusion()).isEqualTo(Inclusion.ALWAYS);
          assertThat(map.content()).isEqualTo(Inclusion.ALWAYS);
          ValueFormat day = Subject.property(annotations, type, "day").format();
          assertThat(day)
              .extracting(
                  ValueFormat::shape,
                  ValueFormat::pattern,
                  ValueFormat::timezone,
                  ValueFormat::locale)
              .containsExactly("STRING", "dd.MM.yyyy", "Europe/Berlin", null);
          Members ignored = Subject.members(type, "ignored");
          assertThat(Subject.property(annotations, type, "ignored").ignored())
              .contains(ignored.getter(), ignored.field(), ignored.parameter());
          assertThat(Subject.property(annotations, type, "ours").name()).isEqualTo("our-name");
          PropertyAnnotations plain = Subject.property(annotations, type, "plain");
          assertThat(plain.name()).isNull();
          assertThat(plain.inclusion()).isNull();
          assertThat(plain.ignored()).isEmpty();
          assertThat(plain.explicit()).isEmpty();
          assertThat(plain.jsonName("plainName", Naming.SNAKE_CASE)).isEqualTo("plain_name");
        });
  }

  @Test
  void takesTheMembersOfABeanTogether() {
    Subject.read(
        """
        class Subject {
          @JsonAlias("b") private String a;
          @JsonFormat(pattern = "x") private String formatted;
          @JsonGetter("A") public String getA() { return a; }
          @JsonInclude(JsonInclude.Include.ALWAYS) public void setA(String a) {}
          @JsonIgnore public String getPassword() { return ""; }
          @JsonProperty public void setPassword(String password) {}
        }
        """,
        (annotations, type) -> {
          PropertyAnnotations a = Subject.property(annotations, type, "a");
          Members members = Subject.members(type, "a");
          assertThat(a.name()).isEqualTo("A");
          assertThat(a.aliases()).containsExactly("b");
          assertThat(a.inclusion()).isEqualTo(Inclusion.ALWAYS);
          assertThat(a.explicit()).containsOnly(members.getter());
          assertThat(Subject.property(annotations, type, "formatted").explicit()).hasSize(1);
          Members password = Subject.members(type, "password");
          assertThat(Subject.property(annotations, type, "password").ignored())
              .containsOnly(password.getter());
        });
  }

  @Test
  void readsWhatAnOverriddenMethodSaysAndWhatStandsInsideOfAnotherAnnotation() {
    Subject.read(
        """
        record Subject(String name, @Subject.Day java.time.LocalDate day) implements Named {
          @JacksonAnnotationsInside
          @JsonFormat(pattern = "yyyy")
          @JsonProperty("d")
          @interface Day {}
        }
        interface Named extends Base {}
        interface Base { @JsonProperty("n") String name(); }
        """,
        (annotations, type) -> {
          assertThat(Subject.property(annotations, type, "name").name()).isEqualTo("n");
          PropertyAnnotations day = Subject.property(annotations, type, "day");
          assertThat(day.name()).isEqualTo("d");
          assertThat(day.format()).extracting(ValueFormat::pattern).isEqualTo("yyyy");
        });
  }

  @Test
  void refusesWhatItCannotDoWhereItStands() {
    refuses(
        "@JsonUnwrapped is not supported by a generated codec: write the properties",
        "@JsonUnwrapped");
    refuses("@JsonRawValue is not supported", "@JsonRawValue");
    refuses("@JsonView is not supported", "@JsonView(String.class)");
    refuses("@JacksonInject is not supported", "@JacksonInject");
    refuses("@JsonIgnoreProperties here is not supported", "@JsonIgnoreProperties(\"x\")");
    refuses("@JsonTypeInfo here is not supported", "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)");
    refuses("@JsonMerge is not supported", "@JsonMerge");
    refuses("with value = CUSTOM is not supported", "@JsonInclude(JsonInclude.Include.CUSTOM)");
    refuses("with nulls is not supported", "@JsonSetter(nulls = Nulls.SKIP)");
    refuses(
        "with features is not supported",
        "@JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)");
    refuses("with lenient is not supported", "@JsonFormat(lenient = OptBoolean.FALSE)");
    refuses("names no time zone: Mars/Base", "@JsonFormat(timezone = \"Mars/Base\")");
  }

  private static void refuses(String message, String annotation) {
    Subject.rejects(
        "class Subject {\n  " + annotation + "\n  String x;\n}",
        3,
        message,
        (annotations, type) -> Subject.property(annotations, type, "x"));
  }

  @Test
  void refusesMembersThatContradictEachOther() {
    Subject.rejects(
        """
        class Subject {
          @JsonProperty("a") String x;
          @JsonProperty("b") String getX() { return x; }
        }
        """,
        4,
        "@JsonProperty says something else at another member",
        (annotations, type) -> Subject.property(annotations, type, "x"));
    Subject.rejects(
        """
        class Subject {
          @JsonProperty("a") String x;
          @JsonSetter("b") void setX(String x) {}
        }
        """,
        4,
        "@JsonSetter names the property b, and another annotation a",
        (annotations, type) -> Subject.property(annotations, type, "x"));
  }

  @Test
  void refusesAnnotationsThatHaveNoEffect() {
    String source =
        """
        class Subject {
          String x;
          @JsonIgnore void nothing(int a, int b) {}
          @JsonProperty("y") void setBoth(int a, int b) {}
        }
        """;
    Subject.rejects(
        source,
        5,
        "@JsonProperty at setBoth(int,int) has no effect",
        (annotations, type) ->
            UnusedAnnotations.check(
                annotations, type, java.util.Set.copyOf(type.getEnclosedElements().subList(0, 2))));
  }
}
