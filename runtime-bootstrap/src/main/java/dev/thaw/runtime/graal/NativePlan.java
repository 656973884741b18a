package dev.thaw.runtime.graal;

import dev.thaw.handler.DeadlineGuard;
import dev.thaw.handler.Interceptor;
import dev.thaw.runtime.HandlerParts;
import dev.thaw.runtime.NativeHandlers;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What an executable is built from: decided before the builder looks at any code. */
final class NativePlan {
  private static final String HANDLERS = "thaw.handlers";
  private static final String INTERCEPTORS = "thaw.interceptors";
  private static final String SDK = "software.amazon.awssdk.utilslite.SdkInternalThreadLocal";

  private final ClassLoader loader;
  private final NativeHandlers handlers;
  private final NativeSerializers serializers;
  private final List<HandlerParts> parts;
  private final Set<Class<?>> interceptors = new LinkedHashSet<>();
  private final CodecTypes types = new CodecTypes();
  private final FunctionPath path;
  private final List<Class<?>> code = new ArrayList<>();

  private NativePlan(ClassLoader loader, List<Path> classPath, List<String> settings)
      throws ReflectiveOperationException, IOException {
    this.loader = loader;
    handlers = new NativeHandlers(settings);
    serializers = new NativeSerializers(HandlerParts.serializers(loader));
    parts = new ArrayList<>();
    List<Class<?>> classes = new ArrayList<>();
    StringJoiner problems = new StringJoiner(System.lineSeparator());
    for (String setting : settings) {
      try {
        HandlerParts part = HandlerParts.of(setting, loader);
        parts.add(part);
        classes.add(part.type());
      } catch (ReflectiveOperationException e) {
        problems.add(setting + ": " + e.getMessage());
      }
    }
    if (problems.length() > 0) {
      throw new ReflectiveOperationException(problems.toString());
    }
    path = FunctionPath.of(classPath, classes);
  }

  /**
   * Makes the plan.
   *
   * @param classPath jars and folders, the runtime's first
   * @throws ReflectiveOperationException if a handler or an interceptor is not there; the message
   *     says what to do
   */
  static NativePlan of(
      String handlers, String interceptors, ClassLoader loader, List<Path> classPath)
      throws ReflectiveOperationException, IOException {
    List<String> settings = names(handlers);
    if (settings.isEmpty()) {
      throw new ClassNotFoundException(
          "No handler is named: add -D" + HANDLERS + "=com.example.Orders, several by commas");
    }
    NativePlan plan = new NativePlan(loader, classPath, settings);
    plan.findInterceptors(names(interceptors));
    plan.findTypes();
    return plan;
  }

  /** What {@code -Dthaw.handlers} and {@code -Dthaw.interceptors} name to the builder. */
  static NativePlan ofBuild(ClassLoader loader, List<Path> classPath)
      throws ReflectiveOperationException, IOException {
    return of(
        System.getProperty(HANDLERS, ""), System.getProperty(INTERCEPTORS, ""), loader, classPath);
  }

  private static List<String> names(String list) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : list.split(",", -1)) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return List.copyOf(names);
  }

  /** Thaw's own, those that are named, and every one that the function brings and can be built. */
  private void findInterceptors(List<String> named) throws ReflectiveOperationException {
    interceptors.add(DeadlineGuard.class);
    for (String name : named) {
      Class<?> type = Class.forName(name, false, loader);
      var _ = HandlerParts.constructor(type);
      interceptors.add(type);
    }
    for (String name : path.classes()) {
      Class<?> type = find(name);
      if (type != null
          && Interceptor.class.isAssignableFrom(type)
          && Modifier.isPublic(type.getModifiers())
          && isBuilt(type)) {
        interceptors.add(type);
      }
    }
  }

  private static boolean isBuilt(Class<?> type) {
    try {
      return HandlerParts.constructor(type) != null;
    } catch (ReflectiveOperationException | LinkageError e) {
      return false;
    }
  }

  /** Null for a class that lacks another, as libraries have them for what is optional. */
  private @Nullable Class<?> find(String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  private void findTypes() throws IOException {
    List<String> roots = new ArrayList<>(serializers.names());
    for (int i = 0; i < parts.size(); i++) {
      HandlerParts part = parts.get(i);
      roots.add(part.type().getName());
      if (!part.serialized() || serializers.names().isEmpty()) {
        String handler = handlers.settings().get(i);
        part.events().forEach(type -> types.addHandlers(type, handler));
        part.responses().forEach(type -> types.addHandlers(type, handler));
      }
    }
    for (Class<?> interceptor : interceptors) {
      roots.add(interceptor.getName());
    }
    for (Class<?> codec : types.codecs()) {
      roots.add(codec.getName());
    }
    FunctionCode read = FunctionCode.of(roots, path, loader);
    for (String name : read.classes()) {
      Class<?> type = find(name);
      if (type != null) {
        code.add(type);
      }
    }
    read.asked()
        .forEach(
            (name, user) -> {
              Class<?> type = find(name);
              if (type != null && (isData(type) || isContainer(type))) {
                types.add(type, user);
              }
            });
  }

  private static boolean isContainer(Class<?> type) {
    return Iterable.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
  }

  /** Whether a class of the function has properties, so that it may well be meant as JSON. */
  private boolean isData(Class<?> type) {
    if (!path.holds(type.getName()) || type.isAnnotation()) {
      return CodecTypes.codec(type) != null;
    }
    if (type.isRecord() || type.isEnum() || type.getFields().length > 0) {
      return true;
    }
    for (Method method : type.getMethods()) {
      if (method.getParameterCount() == 0
          && method.getDeclaringClass() != Object.class
          && (method.getName().startsWith("get") || method.getName().startsWith("is"))) {
        return true;
      }
    }
    return CodecTypes.codec(type) != null;
  }

  NativeHandlers handlers() {
    return handlers;
  }

  NativeSerializers serializers() {
    return serializers;
  }

  List<HandlerParts> parts() {
    return parts;
  }

  Set<Class<?>> interceptors() {
    return interceptors;
  }

  CodecTypes types() {
    return types;
  }

  FunctionPath path() {
    return path;
  }

  /** The classes that the code of the function reaches. */
  List<Class<?>> code() {
    return code;
  }

  /** Whether Jackson databind is built in. */
  boolean databind() {
    return !types.plain().isEmpty();
  }

  /** What Jackson databind may look at. */
  DatabindTypes databindTypes() {
    DatabindTypes found = new DatabindTypes(code);
    for (Type type : types.plain().keySet()) {
      found.add(type);
    }
    return found;
  }

  /** The class where the AWS SDK looks for the trace of a thread; null if there is none. */
  @Nullable Class<?> sdkTrace() {
    return find(SDK);
  }

  /** A class that the function may have; null if it has not. */
  @Nullable Class<?> optional(String name) {
    return find(name);
  }
}
