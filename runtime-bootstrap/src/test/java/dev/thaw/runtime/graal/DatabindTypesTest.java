package dev.thaw.runtime.graal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabindTypesTest {
  record Leaf(String text) {}

  record Other(int number) {}

  record Third(Instant time) {}

  enum Size {
    SMALL,
    LARGE
  }

  static final class Nested {
    List<Map<String, Leaf>> leaves = List.of();
    final List<Optional<Other>[]> others = List.of();
    Size size = Size.SMALL;
    Third[] thirds = {};
  }

  @Test
  void componentsElementsAndArguments() {
    DatabindTypes types = walked(Nested.class);
    assertThat(types.beans())
        .contains(Nested.class, Leaf.class, Other.class, Size.class, Third.class)
        .doesNotContain(String.class, Instant.class, Optional.class);
    assertThat(types.arrays()).contains(Optional[].class, Third[].class);
  }

  static class Parent<T> {
    private final List<T> held = List.of();

    public T getHeld() {
      return held.getFirst();
    }
  }

  static final class Child extends Parent<Leaf> {
    private Object hidden = "";

    public Other getOther() {
      return new Other(1);
    }

    public void setThird(Third third) {
      hidden = third;
    }

    public Size unrelated() {
      return hidden.equals("") ? Size.SMALL : Size.LARGE;
    }
  }

  @Test
  void superclassesGettersAndSetters() {
    assertThat(walked(Child.class).beans())
        .contains(Child.class, Parent.class, Leaf.class, Other.class, Third.class)
        .doesNotContain(Size.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, defaultImpl = Unknown.class)
  @JsonSubTypes(@JsonSubTypes.Type(value = Cat.class, name = "cat"))
  interface Animal {}

  record Cat(Leaf leaf) implements Animal {}

  record Dog(Other other) implements Animal {}

  record Unknown() implements Animal {}

  @Test
  void annotatedSubtypes() {
    assertThat(walked(Animal.class).beans())
        .contains(Cat.class, Leaf.class, Unknown.class)
        .doesNotContain(Dog.class);
  }

  @Test
  void subtypesThatTheFunctionHas() {
    DatabindTypes types = new DatabindTypes(List.of(Dog.class, Child.class));
    types.add(Animal.class);
    assertThat(types.beans()).contains(Dog.class, Other.class).doesNotContain(Child.class);
  }

  sealed interface Shape permits Circle, Square {}

  record Circle(Leaf leaf) implements Shape {}

  record Square(Other other) implements Shape {}

  @Test
  void permittedSubclasses() {
    assertThat(walked(Shape.class).beans()).contains(Circle.class, Square.class, Leaf.class);
  }

  @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class)
  @Retention(RetentionPolicy.RUNTIME)
  @JacksonAnnotationsInside
  @interface Identified {}

  @Identified
  static final class Bundled {}

  static final class OnlyLeaves {
    @Override
    public boolean equals(Object other) {
      return other instanceof Leaf;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  static final class Filtered {
    @JsonProperty
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = OnlyLeaves.class)
    Leaf leaf = new Leaf("");
  }

  @Test
  void classesThatAnnotationsName() {
    assertThat(walked(Bundled.class).beans()).contains(ObjectIdGenerators.PropertyGenerator.class);
    assertThat(walked(Filtered.class).beans()).contains(OnlyLeaves.class);
  }

  static final class ByFactory {
    @JsonCreator
    static ByFactory from(Leaf leaf) {
      return new ByFactory();
    }
  }

  @Test
  void factories() {
    assertThat(walked(ByFactory.class).beans()).contains(Leaf.class);
  }

  static final class Containers {
    final ArrayList<Leaf> list = new ArrayList<>();
    final LinkedHashMap<Size, Other> map = new LinkedHashMap<>();
  }

  @Test
  void containers() {
    DatabindTypes types = walked(Containers.class);
    assertThat(types.containers()).containsExactlyInAnyOrder(ArrayList.class, LinkedHashMap.class);
    assertThat(types.beans()).contains(Leaf.class, Size.class, Other.class);
  }

  static final class Loop {
    Loop next = this;
    List<? extends Loop> all = List.of();
  }

  @Test
  void cyclesEnd() {
    assertThat(walked(Loop.class).beans()).containsExactly(Loop.class);
  }

  private static DatabindTypes walked(Type type) {
    DatabindTypes types = new DatabindTypes(List.of());
    types.add(type);
    return types;
  }
}
