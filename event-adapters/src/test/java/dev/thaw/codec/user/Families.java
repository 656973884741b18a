package dev.thaw.codec.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.thaw.codec.GenerateCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types of which the JSON tells the class, and values that stand for a whole object. */
final class Families {
  private Families() {}

  @GenerateCodec
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  sealed interface Shape {
    @JsonTypeName("circle")
    record Circle(double radius, @Nullable String name) implements Shape {}

    @JsonTypeName("square")
    record Square(double side) implements Shape {}

    record Group(@Nullable List<@Nullable Shape> shapes) implements Shape {}
  }

  @GenerateCodec
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Cat.class, name = "cat"),
    @JsonSubTypes.Type(value = Dog.class, name = "dog")
  })
  sealed interface Animal permits Cat, Dog {}

  record Cat(@Nullable String name, int lives) implements Animal {}

  record Dog(@Nullable String name) implements Animal {}

  @GenerateCodec
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = Unknown.class)
  @JsonSubTypes({
    @JsonSubTypes.Type(
        value = Created.class,
        names = {"created", "made"}),
    @JsonSubTypes.Type(value = Unknown.class, name = "unknown")
  })
  sealed interface Message permits Created, Unknown {}

  record Created(@Nullable String id, @Nullable Map<String, @Nullable Integer> counts)
      implements Message {}

  record Unknown(@Nullable String reason) implements Message {}

  @GenerateCodec
  record Holder(
      @Nullable Shape shape,
      Shape.@Nullable Circle circle,
      @Nullable List<@Nullable Animal> animals,
      @Nullable Map<String, @Nullable Shape> named,
      @Nullable Message message) {}

  record Id(@JsonValue @Nullable String text) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Id {}
  }

  record Amount(long cents) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Amount of(long cents) {
      return new Amount(cents);
    }

    @JsonValue
    @Override
    public long cents() {
      return cents;
    }
  }

  @GenerateCodec
  record Valued(@Nullable Id id, @Nullable Amount amount, @Nullable List<@Nullable Id> ids) {}
}
