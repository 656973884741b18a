package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import dev.thaw.codec.JsonException;
import dev.thaw.codec.JsonNames;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonValues;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The caller's Amazon Cognito identity: {@code Lambda-Runtime-Cognito-Identity}. */
record MobileIdentity(@Nullable String identityId, @Nullable String identityPoolId)
    implements CognitoIdentity {
  private static final JsonNames NAMES = JsonNames.of("cognitoIdentityId", "cognitoIdentityPoolId");

  /** Reads the header, which is JSON. */
  static @Nullable CognitoIdentity parse(String header) {
    try {
      JsonReader in = new JsonReader(header.getBytes(StandardCharsets.UTF_8));
      if (in.nextNull()) {
        return null;
      }
      String identityId = null;
      String identityPoolId = null;
      in.beginObject();
      for (int name; (name = in.nextName(NAMES)) != JsonReader.END; ) {
        switch (name) {
          case 0 -> identityId = JsonValues.text(in);
          case 1 -> identityPoolId = JsonValues.text(in);
          default -> in.skipValue();
        }
      }
      in.endOfInput();
      return new MobileIdentity(identityId, identityPoolId);
    } catch (JsonException e) {
      throw new IllegalArgumentException(
          "Lambda-Runtime-Cognito-Identity is malformed: " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable String getIdentityId() {
    return identityId;
  }

  @Override
  public @Nullable String getIdentityPoolId() {
    return identityPoolId;
  }
}
