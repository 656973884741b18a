package dev.thaw.codec.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** The type of a property, as far as codecs are concerned. */
sealed interface ValueType {
  /** The type in Java source. */
  TypeName javaType();

  /** A type whose reading and writing is one call. */
  record ScalarType(Scalar scalar) implements ValueType {
    @Override
    public TypeName javaType() {
      return scalar.type();
    }
  }

  /** An enum; its constants' names stand in the JSON. */
  record EnumType(TypeElement element, List<String> constants) implements ValueType {
    @Override
    public ClassName javaType() {
      return ClassName.get(element);
    }
  }

  /** A JSON array. */
  record ListType(ValueType element) implements ValueType {
    @Override
    public TypeName javaType() {
      return ParameterizedTypeName.get(ClassName.get(List.class), element.javaType());
    }
  }

  /** A JSON array, as a Java array. */
  record ArrayType(ValueType element) implements ValueType {
    @Override
    public TypeName javaType() {
      return ArrayTypeName.of(element.javaType());
    }
  }

  /** A JSON object with any names. */
  record MapType(ValueType value) implements ValueType {
    @Override
    public TypeName javaType() {
      return ParameterizedTypeName.get(
          ClassName.get(Map.class), ClassName.get(String.class), value.javaType());
    }
  }

  /**
   * A JSON object with properties. Only the class stands here, since a class may contain itself;
   * its properties are in {@link TypeModels#bean}.
   */
  record BeanType(TypeElement element) implements ValueType {
    @Override
    public ClassName javaType() {
      return ClassName.get(element);
    }
  }

  /** A class whose codec is written by hand. */
  record CustomType(TypeElement element, ClassName codec) implements ValueType {
    @Override
    public ClassName javaType() {
      return ClassName.get(element);
    }
  }

  /** {@code org.joda.time.DateTime}, which is made when it is first read. */
  record JodaType() implements ValueType {
    @Override
    public ClassName javaType() {
      return Api.JODA_DATE_TIME;
    }
  }

  ValueType TEXT = new ScalarType(Scalar.TEXT);
  ValueType OBJECT = new ScalarType(Scalar.OBJECT);
}
