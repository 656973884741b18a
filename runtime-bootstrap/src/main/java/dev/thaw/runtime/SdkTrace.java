package dev.thaw.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * The trace of one thread, where the AWS SDK 2 and the X-Ray SDK look for it first: a property of
 * the process could hold only one of several.
 *
 * <p>The class belongs to the function, if it has one of those SDKs.
 */
final class SdkTrace {
  private static final String CLASS = "software.amazon.awssdk.utilslite.SdkInternalThreadLocal";
  private static final String KEY = "AWS_LAMBDA_X_TRACE_ID";

  private final @Nullable MethodHandle put;

  private SdkTrace(@Nullable MethodHandle put) {
    this.put = put;
  }

  static SdkTrace of(ClassLoader loader) {
    return new SdkTrace(find(loader));
  }

  private static @Nullable MethodHandle find(ClassLoader loader) {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Class.forName(CLASS, true, loader),
              "put",
              MethodType.methodType(void.class, String.class, String.class));
    } catch (ReflectiveOperationException | LinkageError e) {
      return null; // no such SDK, or one too old to look there
    }
  }

  /** Sets the trace of the calling thread, or with null takes it back. */
  void tell(@Nullable String header) {
    if (put != null) {
      try {
        put.invokeExact(KEY, header);
      } catch (Throwable e) {
        FunctionLog.PROCESS.error("The AWS SDK does not take the trace", e);
      }
    }
  }
}
