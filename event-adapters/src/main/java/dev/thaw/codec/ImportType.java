package dev.thaw.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how a class that occurs inside of imported ones looks in JSON, where its bean properties do
 * not say it. See {@link ImportCodec}.
 */
@Repeatable(ImportType.Several.class)
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface ImportType {
  /** The class. */
  Class<?> value();

  /** Properties whose JSON names differ from their own. */
  Rename[] rename() default {};

  /** Properties that are neither read nor written. */
  String[] ignore() default {};

  /**
   * The properties that the constructor takes, in its order: class files carry no parameter names.
   * Empty for a class with setters.
   */
  String[] constructor() default {};

  /**
   * Whether what is missing or null becomes an empty text, 0, false, an empty list, map or object,
   * rather than null.
   */
  boolean emptyWhenAbsent() default false;

  /** Whether JSON names begin with a capital where {@link #rename} does not say otherwise. */
  boolean capitalized() default false;

  /**
   * A codec of the class that is written by hand: it has a constructor without parameters. Of the
   * other elements none applies then.
   */
  Class<?> by() default void.class;

  /** Several at one class. */
  @Retention(RetentionPolicy.SOURCE)
  @Target(ElementType.TYPE)
  @interface Several {
    /** Each of them. */
    ImportType[] value();
  }
}
