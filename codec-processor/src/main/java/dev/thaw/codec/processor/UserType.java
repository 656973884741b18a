package dev.thaw.codec.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** A type that stands in a user's type, as far as its codec is concerned. */
sealed interface UserType {
  /** The type in Java source, as the user wrote it. */
  TypeName javaType();

  /**
   * A type that a method of a class of ours reads.
   *
   * @param helper that class
   * @param reader its method
   * @param direct whether the writer itself takes the value; otherwise the helper's {@code write}
   * @param absent what a constructor gets where the JSON has none
   */
  record Leaf(TypeName javaType, ClassName helper, String reader, boolean direct, String absent)
      implements UserType {
    boolean isText() {
      return javaType.equals(ClassName.get(String.class));
    }

    boolean isArray() {
      return javaType instanceof ArrayTypeName;
    }

    boolean isNumber() {
      if (javaType.isPrimitive() || javaType.isBoxedPrimitive()) {
        return !(javaType.isPrimitive() ? javaType : javaType.unbox()).equals(TypeName.CHAR);
      }
      return javaType.toString().startsWith("java.math.Big");
    }
  }

  /**
   * A value in a format that an annotation gives.
   *
   * @param pattern null for its text
   * @param locale a language tag; null for the default
   * @param zone null for that of the value
   */
  record Formatted(
      Leaf leaf, @Nullable String pattern, @Nullable String locale, @Nullable String zone)
      implements UserType {
    @Override
    public TypeName javaType() {
      return leaf.javaType();
    }
  }

  /** An enum. */
  record EnumOf(TypeElement element, List<Constant> constants) implements UserType {
    @Override
    public TypeName javaType() {
      return ClassName.get(element);
    }
  }

  /**
   * A constant of an enum.
   *
   * @param field its name in Java
   * @param names that it has in JSON; the first is written, all are read
   */
  record Constant(String field, List<String> names) {}

  /**
   * A collection.
   *
   * @param made what the method that reads it returns
   * @param implementation the class that is made
   * @param creation code that makes an empty one of that class, and of an enum
   */
  record CollectionOf(
      TypeName javaType, TypeName made, ClassName implementation, String creation, UserType element)
      implements UserType {
    /** Any collection that it can be written from. */
    TypeName written() {
      return ParameterizedTypeName.get(
          ClassName.get(isIterable() ? Iterable.class : Collection.class),
          some(element.javaType()));
    }

    /** Whether it is no more than an {@code Iterable}. */
    boolean isIterable() {
      return javaType instanceof ParameterizedTypeName generic
          && generic.rawType().equals(ClassName.get(Iterable.class));
    }
  }

  /** An array of objects. */
  record ArrayOf(TypeName javaType, UserType element) implements UserType {}

  /**
   * A map.
   *
   * @param made what the method that reads it returns
   * @param implementation the class that is made
   * @param nulls whether values that are null are written
   */
  record MapOf(
      TypeName javaType,
      TypeName made,
      ClassName implementation,
      Key key,
      UserType value,
      boolean nulls)
      implements UserType {
    TypeName written() {
      return ParameterizedTypeName.get(
          ClassName.get(Map.class), some(key.javaType()), some(value.javaType()));
    }

    TypeName entry() {
      return ParameterizedTypeName.get(
          ClassName.get(Map.Entry.class), some(key.javaType()), some(value.javaType()));
    }
  }

  /**
   * What a map's keys are.
   *
   * @param reader the method of our class that makes one of a name, {@code text} for the name
   *     itself; null for an enum
   * @param constants the enum; null for others
   */
  record Key(TypeName javaType, @Nullable String reader, @Nullable EnumOf constants) {
    /** Whether it is a text in Java too; for an Object a text is read. */
    boolean isText() {
      return javaType.equals(ClassName.get(String.class));
    }
  }

  /** An optional; an empty one stands for null. */
  record OptionalOf(TypeName javaType, UserType value) implements UserType {}

  /** A class or record whose code is in the same codec; {@link UserModels} has its properties. */
  record ObjectOf(TypeName javaType) implements UserType {}

  /** A type that has a codec of its own. */
  record Own(TypeName javaType, ClassName codec) implements UserType {}

  /** A parameter of the generic type whose codec it is. */
  record Variable(TypeVariableName javaType) implements UserType {
    /** The field with the codec that the codec's constructor was given for it. */
    String field() {
      return "codecOf" + javaType.name();
    }
  }

  private static TypeName some(TypeName type) {
    return WildcardTypeName.subtypeOf(type);
  }
}
