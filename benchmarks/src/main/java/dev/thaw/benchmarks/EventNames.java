package dev.thaw.benchmarks;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;

/** The names that AWS's events have in JSON where those of their classes' properties differ. */
final class EventNames extends PropertyNamingStrategy {
  private static final long serialVersionUID = 1;

  @Override
  public String nameForField(MapperConfig<?> config, AnnotatedField field, String name) {
    return name(field, name);
  }

  @Override
  public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
    return name(method, name);
  }

  @Override
  public String nameForSetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
    return name(method, name);
  }

  @Override
  public String nameForConstructorParameter(
      MapperConfig<?> config, AnnotatedParameter parameter, @Nullable String name) {
    return name(parameter, name == null ? "" : name);
  }

  private static String name(AnnotatedMember member, String name) {
    Class<?> declaring = member.getDeclaringClass();
    if (declaring == AttributeValue.class) {
      return name.toUpperCase(Locale.ROOT);
    }
    if (declaring == StreamRecord.class && !name.isEmpty()) {
      return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
    return switch (name) {
      case "records" -> "Records";
      case "eventSourceArn" -> "eventSourceARN";
      default -> name;
    };
  }
}
