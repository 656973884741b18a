package dev.thaw.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What cannot be asked of an executable; where the tests run on those, the report says why. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(JvmOnly.Condition.class)
@interface JvmOnly {
  /** The reason. */
  String value();

  /** Disables what is annotated. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Executable.areTested()
          ? AnnotationSupport.findAnnotation(context.getElement(), JvmOnly.class)
              .map(only -> ConditionEvaluationResult.disabled("On a JVM only: " + only.value()))
              .orElse(ConditionEvaluationResult.enabled("for executables too"))
          : ConditionEvaluationResult.enabled("on a JVM");
    }
  }
}
