package dev.thaw.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has a class written that finds the codecs which the annotated class imports, by name and without
 * reflection.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface CodecLookup {
  /** The simple name of that class; it stands in the annotated class's package. */
  String value();

  /** Other classes of the package whose imported classes it finds too. */
  Class<?>[] tables() default {};
}
