package dev.thaw.training;

import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import java.io.IOException;
import java.util.List;

/**
 * A sample whose parts are types of the function's own: what the built-in one has there would not
 * fit them.
 */
final class GenericSample {
  private GenericSample() {}

  /**
   * The sample with empty objects, or samples of ours, for such parts.
   *
   * @param name the event's
   * @param event its built-in sample
   * @param arguments the types of its parts
   */
  static byte[] of(String name, byte[] event, List<GenericName> arguments) throws IOException {
    List<String> parts = parts(name);
    JsonReader in = new JsonReader(event);
    JsonWriter out = new JsonWriter();
    in.beginObject();
    out.beginObject();
    for (String property = in.nextName(); property != null; property = in.nextName()) {
      out.name(property);
      byte[] value = in.nextRaw();
      int part = parts.indexOf(property);
      out.raw(part < 0 || isMap(arguments, part) ? value : Samples.part(arguments.get(part)));
    }
    out.endObject();
    return out.toByteArray();
  }

  /** The properties that type parameters stand for, in the order of these. */
  private static List<String> parts(String name) {
    return switch (name) {
      case "EventBridgeEvent" -> List.of("detail");
      case "AppSyncResolverEvent" -> List.of("arguments", "source");
      default -> List.of();
    };
  }

  private static boolean isMap(List<GenericName> arguments, int part) {
    return part >= arguments.size() || arguments.get(part).raw().equals("java.util.Map");
  }
}
