package dev.thaw.runtime.graal;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.thaw.handler.Handler;
import dev.thaw.runtime.HandlerParts;
import dev.thaw.runtime.NativeHandlers;
import java.io.IOException;
import java.util.Locale;
import org.graalvm.nativeimage.ImageSingletons;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeClassInitialization;
import org.graalvm.nativeimage.hosted.RuntimeResourceAccess;
import org.jspecify.annotations.Nullable;

/**
 * Tells GraalVM's builder what the handlers need that {@code -Dthaw.handlers} names: their classes,
 * codecs and types, found from their own types, so that nobody writes a file of configuration.
 */
final class ThawFeature implements Feature {
  private static final String[] AT_BUILD_TIME = {
    "dev.thaw.codec",
    "dev.thaw.events",
    "dev.thaw.handler",
    "dev.thaw.http",
    "dev.thaw.batch",
    "dev.thaw.runtime",
  };

  /** What holds the environment, open files, or other state of a process. */
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
      made =
          NativePlan.ofBuild(access.getApplicationClassLoader(), access.getApplicationClassPath());
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    plan = made;
    ImageSingletons.add(NativePlan.class, made);
    ImageSingletons.add(NativeHandlers.class, made.handlers());
    ImageSingletons.add(NativeSerializers.class, made.serializers());
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
  public void duringSetup(DuringSetupAccess access) {
    access.registerObjectReplacer(new EnvironmentGuard(System.getenv()));
  }

  @Override
  public void beforeAnalysis(BeforeAnalysisAccess access) {
    NativePlan decided = plan();
    Registration registration = new Registration();
    registration.queried(Handler.class);
    registration.queried(RequestHandler.class);
    for (HandlerParts part : decided.parts()) {
      registration.handler(part);
    }
    decided.interceptors().forEach(registration::built);
    for (String name : decided.serializers().names()) {
      registration.optional(decided.optional(name));
    }
    decided.types().codecs().forEach(registration::built);
    registration.methods(decided.sdkTrace(), "put");
    registration.methods(
        decided.optional("org.apache.logging.log4j.ThreadContext"), "put", "remove");
    registration.methods(decided.optional("org.apache.log4j.MDC"), "put", "remove");
    registration.log4j(decided::optional);
    if (decided.databind()) {
      warn(decided);
      registration.databind(decided.databindTypes(), decided::optional);
    }
    access.registerSubtypeReachabilityHandler(
        (during, type) -> registration.codec(type), Object.class);
    Module module = decided.parts().getFirst().type().getModule();
    for (String resource : decided.path().resources()) {
      RuntimeResourceAccess.addResource(module, resource);
    }
    for (ResourceBundles.Bundle bundle :
        ResourceBundles.of(decided.path().resources(), decided.code())) {
      RuntimeResourceAccess.addResourceBundle(
          module, bundle.name(), new Locale[] {bundle.locale()});
    }
  }

  private static void warn(NativePlan plan) {
    plan.types()
        .plain()
        .forEach(
            (type, user) ->
                System.err.println(
                    "thaw: "
                        + type.getTypeName()
                        + ", which "
                        + user
                        + " reads or writes, has no codec and goes through Jackson databind: with"
                        + " @GenerateCodec the function would start faster and be smaller"));
  }
}
