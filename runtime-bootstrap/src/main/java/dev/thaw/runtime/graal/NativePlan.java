package dev.thaw.runtime.graal;

import dev.thaw.runtime.HandlerParts;
import dev.thaw.runtime.NativeHandlers;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** What an executable is built from: decided before the builder looks at any code. */
final class NativePlan {
  private static final String PROPERTY = "thaw.handlers";

  private final NativeHandlers handlers;
  private final List<HandlerParts> parts;
  private final CodecTypes types = new CodecTypes();

  private NativePlan(NativeHandlers handlers, List<HandlerParts> parts) {
    this.handlers = handlers;
    this.parts = parts;
  }

  static NativePlan of(String setting, ClassLoader loader) throws ReflectiveOperationException {
    List<String> settings = names(setting);
    if (settings.isEmpty()) {
      throw new IllegalArgumentException(
          "No handler is named: add -D" + PROPERTY + "=com.example.Orders, several by commas");
    }
    List<HandlerParts> parts = new ArrayList<>();
    for (String handler : settings) {
      parts.add(HandlerParts.of(handler, loader));
    }
    NativePlan plan = new NativePlan(new NativeHandlers(settings), parts);
    for (HandlerParts part : parts) {
      for (Type type : part.events()) {
        plan.types.addHandlers(type);
      }
      for (Type type : part.responses()) {
        plan.types.addHandlers(type);
      }
    }
    return plan;
  }

  /** The handlers that {@code -Dthaw.handlers} names to the builder. */
  static NativePlan ofBuild(ClassLoader loader) throws ReflectiveOperationException {
    return of(System.getProperty(PROPERTY, ""), loader);
  }

  static List<String> names(String list) {
    List<String> names = new ArrayList<>();
    for (String name : list.split(",", -1)) {
      if (!name.isBlank() && !names.contains(name.strip())) {
        names.add(name.strip());
      }
    }
    return names;
  }

  NativeHandlers handlers() {
    return handlers;
  }

  List<HandlerParts> parts() {
    return parts;
  }

  CodecTypes types() {
    return types;
  }

  /** Whether Jackson databind is built in. */
  boolean databind() {
    return !types.plain().isEmpty();
  }
}
