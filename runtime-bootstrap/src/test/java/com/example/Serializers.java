package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Serializers that a function brings, and handlers that show what they were asked for. */
public final class Serializers {
  private Serializers() {}

  /** Writes and reads text that is not JSON, with the type before it. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // AWS's interface is like that
  public static class Tagging implements CustomPojoSerializer {
    @Override
    @SuppressWarnings("unchecked")
    public <T> T fromJson(InputStream input, Type type) {
      try {
        String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        if (type == SQSEvent.class) {
          SQSEvent event = new SQSEvent();
          SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
          message.setBody(text);
          event.setRecords(List.of(message));
          return (T) event;
        }
        return (T) (type.getTypeName() + " " + text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public <T> T fromJson(String input, Type type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> void toJson(T value, OutputStream output, Type type) {
      try {
        output.write((type.getTypeName() + "=" + value).getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static final class Other extends Tagging {}

  public static final class Text implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String event, Context context) {
      return event.length() + ":" + event;
    }
  }

  public static final class Queue implements RequestHandler<SQSEvent, Integer> {
    @Override
    public Integer handleRequest(SQSEvent event, Context context) {
      return event.getRecords().getFirst().getBody().length();
    }
  }

  public static final class Named {
    public void nothing(String event) {}

    public Long number() {
      return 7L;
    }
  }
}
