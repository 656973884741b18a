package tools.jackson.databind.ext.beans;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;

/**
 * Says that there are no annotations of {@code java.beans}: Jackson's class of this name finds that
 * out by a class which the layer's cache cannot hold, and looking for it in the jar costs a tenth
 * of a cold start.
 */
public abstract class JavaBeansAnnotations {
  private JavaBeansAnnotations() {}

  /**
   * The annotations' reader.
   *
   * @return null, which Jackson understands
   */
  public static @Nullable JavaBeansAnnotations instance() {
    return null;
  }

  /** Never called. */
  public abstract @Nullable Boolean findTransient(Annotated annotated);

  /** Never called. */
  public abstract @Nullable Boolean hasCreatorAnnotation(Annotated annotated);

  /** Never called. */
  public abstract @Nullable PropertyName findConstructorName(AnnotatedParameter parameter);
}
