package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolEvent;
import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonNames;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonValues;
import dev.thaw.codec.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * For a function behind several triggers of a user pool: what {@code triggerSource} says decides
 * which event it is. AWS's library cannot read this class, since it is abstract.
 */
final class CognitoUserPoolEventCodec implements Codec<CognitoUserPoolEvent> {
  private static final String PREFIX =
      "com.amazonaws.services.lambda.runtime.events.CognitoUserPool";
  private static final JsonNames NAMES = JsonNames.of("version", "triggerSource");

  @Override
  public @Nullable CognitoUserPoolEvent read(JsonReader in) {
    if (in.nextNull()) {
      return null;
    }
    in.peek();
    int position = in.position();
    byte[] json = in.nextRaw();
    String name = eventName(json);
    if (name == null) {
      throw in.error("No user pool event has this triggerSource", position);
    }
    return (CognitoUserPoolEvent) codec(name).read(new JsonReader(json));
  }

  private static @Nullable String eventName(byte[] json) {
    JsonReader in = new JsonReader(json);
    String version = null;
    String trigger = null;
    in.beginObject();
    int next = in.nextName(NAMES);
    while (next != JsonReader.END) {
      switch (next) {
        case 0 -> version = JsonValues.text(in);
        case 1 -> trigger = JsonValues.text(in);
        default -> in.skipValue();
      }
      next = in.nextName(NAMES);
    }
    int end = trigger == null ? -1 : trigger.indexOf('_');
    return trigger == null || end < 0 ? null : eventName(trigger.substring(0, end), version);
  }

  /** By the part of the trigger source before its first underscore. */
  private static @Nullable String eventName(String trigger, @Nullable String version) {
    return switch (trigger) {
      case "PreSignUp",
          "PostConfirmation",
          "PreAuthentication",
          "PostAuthentication",
          "CustomMessage",
          "DefineAuthChallenge",
          "CreateAuthChallenge",
          "VerifyAuthChallengeResponse" ->
          PREFIX + trigger + "Event";
      case "UserMigration" -> PREFIX + "MigrateUserEvent";
      case "TokenGeneration" ->
          PREFIX + ("1".equals(version) ? "PreTokenGenerationEvent" : "PreTokenGenerationEventV2");
      default -> null;
    };
  }

  @Override
  public void write(JsonWriter out, @Nullable CognitoUserPoolEvent value) {
    if (value == null) {
      out.nullValue();
    } else {
      codec(value.getClass().getName()).write(out, value);
    }
  }

  @SuppressWarnings("unchecked") // a codec is found by the class that it is made for
  private static Codec<Object> codec(String className) {
    Codec<?> codec = EventCodecs.find(className);
    if (codec == null) {
      throw new IllegalArgumentException("There is no codec for " + className);
    }
    return (Codec<Object>) codec;
  }
}
