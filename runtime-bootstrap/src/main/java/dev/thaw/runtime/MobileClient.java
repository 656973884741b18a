package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.Client;
import com.amazonaws.services.lambda.runtime.ClientContext;
import dev.thaw.codec.JsonException;
import dev.thaw.codec.JsonNames;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonValues;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the caller says about itself: {@code Lambda-Runtime-Client-Context}. */
record MobileClient(
    @Nullable Client client,
    @Nullable Map<String, String> custom,
    @Nullable Map<String, String> environment)
    implements ClientContext {
  private static final JsonNames NAMES = JsonNames.of("client", "custom", "env");
  private static final JsonNames CLIENT_NAMES =
      JsonNames.of(
          "installation_id",
          "app_title",
          "app_version_name",
          "app_version_code",
          "app_package_name");

  /** Reads the header: JSON, which some emulators pass on in base64 as the caller sent it. */
  static @Nullable ClientContext parse(String header) {
    try {
      byte[] json =
          header.startsWith("{") || header.equals("null")
              ? header.getBytes(StandardCharsets.UTF_8)
              : Base64.getDecoder().decode(header);
      return read(new JsonReader(json));
    } catch (JsonException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Lambda-Runtime-Client-Context is malformed: " + e.getMessage(), e);
    }
  }

  private static @Nullable ClientContext read(JsonReader in) {
    if (in.nextNull()) {
      return null;
    }
    Client client = null;
    Map<String, String> custom = null;
    Map<String, String> environment = null;
    in.beginObject();
    for (int name; (name = in.nextName(NAMES)) != JsonReader.END; ) {
      switch (name) {
        case 0 -> client = in.nextNull() ? null : readClient(in);
        case 1 -> custom = in.nextNull() ? null : readTexts(in);
        case 2 -> environment = in.nextNull() ? null : readTexts(in);
        default -> in.skipValue();
      }
    }
    in.endOfInput();
    return new MobileClient(client, custom, environment);
  }

  private static Client readClient(JsonReader in) {
    @Nullable String[] values = new @Nullable String[5];
    in.beginObject();
    for (int name; (name = in.nextName(CLIENT_NAMES)) != JsonReader.END; ) {
      if (name == JsonReader.UNKNOWN) {
        in.skipValue();
      } else {
        values[name] = JsonValues.text(in);
      }
    }
    return new App(values[0], values[1], values[2], values[3], values[4]);
  }

  private static Map<String, String> readTexts(JsonReader in) {
    Map<String, String> texts = new LinkedHashMap<>();
    in.beginObject();
    for (String name; (name = in.nextName()) != null; ) {
      String text = JsonValues.text(in);
      if (text != null) {
        texts.put(name, text);
      }
    }
    return texts;
  }

  @Override
  public @Nullable Client getClient() {
    return client;
  }

  @Override
  public @Nullable Map<String, String> getCustom() {
    return custom;
  }

  @Override
  public @Nullable Map<String, String> getEnvironment() {
    return environment;
  }

  private record App(
      @Nullable String installationId,
      @Nullable String appTitle,
      @Nullable String appVersionName,
      @Nullable String appVersionCode,
      @Nullable String appPackageName)
      implements Client {

    @Override
    public @Nullable String getInstallationId() {
      return installationId;
    }

    @Override
    public @Nullable String getAppTitle() {
      return appTitle;
    }

    @Override
    public @Nullable String getAppVersionName() {
      return appVersionName;
    }

    @Override
    public @Nullable String getAppVersionCode() {
      return appVersionCode;
    }

    @Override
    public @Nullable String getAppPackageName() {
      return appPackageName;
    }
  }
}
