package dev.thaw.codec.user;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import dev.thaw.codec.GenerateCodec;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Types with Jackson's annotations. */
@SuppressWarnings("ArrayRecordComponent") // they are what is tested
final class Annotated {
  private Annotated() {}

  @GenerateCodec
  record Named(
      @JsonProperty("order-id") @Nullable String id,
      @JsonAlias({"amount", "sum"}) int total,
      @JsonProperty(value = "q", index = 0) @JsonAlias("quantity") @Nullable Long quantity,
      @JsonProperty(access = Access.WRITE_ONLY) @Nullable String password,
      @JsonProperty(required = true) @Nullable String needed,
      @JsonProperty @Nullable Level level) {}

  enum Level {
    @JsonProperty("low")
    LOW,
    @JsonProperty("mid")
    @JsonAlias({"middle", "medium"})
    MEDIUM,
    HIGH
  }

  @GenerateCodec
  record Included(
      @JsonInclude(Include.ALWAYS) @Nullable String always,
      @JsonInclude(Include.NON_EMPTY) @Nullable String text,
      @JsonInclude(Include.NON_EMPTY) @Nullable List<String> list,
      @JsonInclude(Include.NON_EMPTY) @Nullable Map<String, String> map,
      @JsonInclude(Include.NON_EMPTY) int @Nullable [] array,
      @JsonInclude(Include.NON_EMPTY) Optional<String> optional,
      @JsonInclude(Include.NON_ABSENT) Optional<Integer> absent,
      @JsonInclude(Include.NON_ABSENT) OptionalInt absentInt,
      @JsonInclude(Include.NON_DEFAULT) int number,
      @JsonInclude(Include.NON_DEFAULT) boolean flag,
      @JsonInclude(Include.NON_DEFAULT) double real,
      @JsonInclude(Include.NON_DEFAULT) @Nullable String textOrNone,
      @JsonInclude(Include.NON_DEFAULT) @Nullable Long box) {}

  @GenerateCodec
  @JsonInclude(Include.NON_EMPTY)
  @JsonRootName("root")
  record AllIncluded(
      @Nullable String text,
      @Nullable List<String> list,
      int number,
      @JsonInclude(Include.ALWAYS) @Nullable Map<String, Integer> map) {}

  @GenerateCodec
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Snake(
      @Nullable String orderLineId,
      @Nullable String theURLPath,
      int aB,
      @Nullable String x1Y2,
      @JsonProperty("asIs") @Nullable String given) {}

  @GenerateCodec
  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record Kebab(@Nullable String orderLineId, @Nullable String theURLPath, int aB) {}

  @GenerateCodec
  @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
  record Pascal(@Nullable String orderLineId, @Nullable String theURLPath, int aB) {}

  @GenerateCodec
  @JsonNaming(PropertyNamingStrategies.LowerDotCaseStrategy.class)
  record Dotted(@Nullable String orderLineId, @Nullable String theURLPath, int aB) {}

  @GenerateCodec
  @JsonNaming(PropertyNamingStrategies.LowerCaseStrategy.class)
  record Lower(@Nullable String orderLineId, @Nullable String theURLPath, int aB) {}

  @GenerateCodec
  @JsonNaming(PropertyNamingStrategies.UpperSnakeCaseStrategy.class)
  record Upper(@Nullable String orderLineId, @Nullable String theURLPath, int aB) {}

  /** Annotations on each of the members in turn. */
  @GenerateCodec
  @JsonIgnoreProperties({"gone", "left"})
  @JsonPropertyOrder({"zone", "name"})
  static final class Bean {
    @JsonProperty("n")
    private @Nullable String name;

    @JsonIgnore private @Nullable String hidden;
    private @Nullable String password;
    private @Nullable String gone;
    private int zone;

    public @Nullable String getName() {
      return name;
    }

    public void setName(@Nullable String name) {
      this.name = name;
    }

    public @Nullable String getHidden() {
      return hidden;
    }

    public void setHidden(@Nullable String hidden) {
      this.hidden = hidden;
    }

    @JsonIgnore
    public @Nullable String getPassword() {
      return password;
    }

    @JsonProperty
    public void setPassword(@Nullable String password) {
      this.password = password;
    }

    public @Nullable String getGone() {
      return gone;
    }

    public void setGone(@Nullable String gone) {
      this.gone = gone;
    }

    @JsonProperty("time-zone")
    public int getZone() {
      return zone;
    }

    @JsonAlias("tz")
    public void setZone(int zone) {
      this.zone = zone;
    }
  }

  /** What an interface and an annotation of one's own say. */
  interface Identified {
    @JsonProperty("identity")
    @Nullable String id();
  }

  @Retention(RetentionPolicy.RUNTIME)
  @JacksonAnnotationsInside
  @JsonProperty("short")
  @JsonInclude(Include.NON_EMPTY)
  @interface Brief {}

  @GenerateCodec
  record Inherits(@Nullable String id, @Brief @Nullable String text) implements Identified {}

  /** Made by a factory. */
  @GenerateCodec
  static final class Made {
    private final @Nullable String first;
    private final int second;

    private Made(@Nullable String first, int second) {
      this.first = first;
      this.second = second;
    }

    Made() {
      this(null, 0);
    }

    @JsonCreator
    static Made of(
        @JsonProperty("first") @Nullable String first, @JsonProperty("second") int second) {
      return new Made(first, second);
    }

    public @Nullable String getFirst() {
      return first;
    }

    public int getSecond() {
      return second;
    }
  }
}
