package dev.thaw.runtime.graal;

import dev.thaw.runtime.HandlerParts;
import dev.thaw.runtime.NativeHandlers;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.graalvm.nativeimage.ImageSingletons;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeClassInitialization;
import org.graalvm.nativeimage.hosted.RuntimeReflection;
import org.jspecify.annotations.Nullable;

/**
 * Tells GraalVM's builder what the handlers need that {@code -Dthaw.handlers} names: their classes,
 * codecs and types, found from their own types, so that nobody writes a file of configuration.
 */
final class ThawFeature implements Feature {
  private static final String[] AT_BUILD_TIME = {
    "dev.thaw.codec", "dev.thaw.events", "dev.thaw.handler", "dev.thaw.http", "dev.thaw.runtime",
  };

  /** What holds the environment, open files, or state of a process. */
  private static final String[] AT_RUN_TIME = {
    "dev.thaw.codec.KnownCodecs",
    "dev.thaw.runtime.FunctionLog",
    "dev.thaw.runtime.SeveralInvocations",
    "dev.thaw.runtime.crac",
    "dev.thaw.runtime.jackson",
  };

  private @Nullable NativePlan plan;

  /** Called by the builder. */
  ThawFeature() {}

  @Override
  public String getDescription() {
    return "Builds the handlers of AWS Lambda functions in";
  }

  @Override
  public void afterRegistration(AfterRegistrationAccess access) {
    NativePlan made;
    try {
      made = NativePlan.ofBuild(access.getApplicationClassLoader());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    plan = made;
    ImageSingletons.add(NativePlan.class, made);
    ImageSingletons.add(NativeHandlers.class, made.handlers());
    RuntimeClassInitialization.initializeAtBuildTime(AT_BUILD_TIME);
    RuntimeClassInitialization.initializeAtRunTime(AT_RUN_TIME);
  }

  private NativePlan plan() {
    if (plan == null) {
      throw new IllegalStateException("The builder has not registered this feature");
    }
    return plan;
  }

  @Override
  public void beforeAnalysis(BeforeAnalysisAccess access) {
    for (HandlerParts part : plan().parts()) {
      register(part);
    }
    for (Class<?> codec : plan().types().codecs()) {
      registerBuilt(codec);
    }
    access.registerSubtypeReachabilityHandler((during, type) -> registerCodec(type), Object.class);
  }

  private static void register(HandlerParts part) {
    registerQueried(part.type());
    Constructor<?> constructor = part.constructor();
    if (constructor != null) {
      RuntimeReflection.register(constructor);
    }
    Method method = part.method();
    if (method != null) {
      RuntimeReflection.register(method);
    }
  }

  /** The class with all that is looked for in it by name, its supertypes included. */
  private static void registerQueried(Class<?> type) {
    RuntimeReflection.register(type);
    RuntimeReflection.registerAllConstructors(type);
    RuntimeReflection.registerAllMethods(type);
    for (Class<?> parent : type.getInterfaces()) {
      registerQueried(parent);
    }
    Class<?> parent = type.getSuperclass();
    if (parent != null && parent != Object.class) {
      registerQueried(parent);
    }
  }

  /** The codec of a type that the function's code mentions, which may ask for it. */
  private static void registerCodec(Class<?> type) {
    if (type.getClassLoader() != null && !type.isArray()) {
      Class<?> codec = CodecTypes.codec(type);
      if (codec != null) {
        registerBuilt(codec);
      }
    }
  }

  private static void registerBuilt(Class<?> type) {
    RuntimeReflection.register(type);
    RuntimeReflection.register(type.getDeclaredConstructors());
  }
}
