package dev.thaw.codec;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The JSON name of a property of an imported class, where it is not the property's own. */
@Retention(RetentionPolicy.SOURCE)
@Target({})
public @interface Rename {
  /** The bean property: for {@code getRecords}, {@code records}. */
  String property();

  /** Its name in JSON. */
  String json();

  /** Other names under which it is read, but not written. */
  String[] alias() default {};
}
