package dev.thaw.codec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has a {@link Codec} written for the annotated type at compile time, so that it is read and
 * written without reflection and without Jackson.
 *
 * <p>The codec is a class in the same package, named after the type: {@code OrderCodec} for {@code
 * Order}, {@code Shop_OrderCodec} for an {@code Order} inside of {@code Shop}. {@link Json} and the
 * runtime find it by that name. The codec of a generic type takes one codec for each of its
 * parameters.
 *
 * <p>Records, classes with setters, public fields or a constructor, enums inside of them, and
 * sealed or abstract types with {@code @JsonTypeInfo(use = NAME)} are read and written as the
 * runtime's Jackson databind does, with the same annotations. The classes inside of a type need no
 * annotation of their own. What a codec cannot do is a compile error where it stands.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GenerateCodec {}
