package dev.thaw.runtime.jackson;

import dev.thaw.runtime.SharedLog;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Reads the annotations of a function's types, and says which of them it cannot honour. Those of
 * jackson-annotations are everybody's; those of databind name classes of the function's own Jackson
 * databind, which the runtime's is not.
 */
final class AnnotationReader extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1;

  /** Without the beginning, which differs between Jackson 2, Jackson 3 and the runtime's own. */
  private static final String DATABIND = ".databind.annotation.";

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Called for each annotation that Jackson meets. */
  @Override
  public boolean isAnnotationBundle(Annotation annotation) {
    Class<?> type = annotation.annotationType();
    String name = type.getName();
    if (name.contains(DATABIND) && isForeign(type) && told.add(name)) {
      SharedLog.warn(
          "@"
              + type.getSimpleName()
              + " is not honoured, as on AWS's runtime: it is an annotation of the function's own"
              + " Jackson databind, and the runtime reads only those of jackson-annotations. A"
              + " CustomPojoSerializer, or a handler that takes the streams, can use that Jackson");
    }
    return super.isAnnotationBundle(annotation);
  }

  private static boolean isForeign(Class<?> annotation) {
    return annotation.getName().contains("jackson")
        && annotation.getPackage() != JsonSerialize.class.getPackage();
  }
}
