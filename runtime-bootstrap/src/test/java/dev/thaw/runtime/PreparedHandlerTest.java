package dev.thaw.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.codec.JsonWriter;
import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is begun beside a handler's constructor. */
final class PreparedHandlerTest {
  private static final AtomicInteger INITIALIZED = new AtomicInteger();

  private final HandlerLoader loader =
      new HandlerLoader(Environment.collecting(Map.of()), Interceptors.none());

  /** Two threads that initialize a function's classes could wait for each other for ever. */
  @Test
  void touchesNoClassOfTheFunctionBesideItsConstructor() throws Throwable {
    LoadedHandler loaded = loader.load(Painter.class);
    assertThat(((Painter) loaded.handler()).initializedBefore).isZero();

    byte[] event = "{\"colour\":\"RED\"}".getBytes(UTF_8);
    Payload response =
        requireNonNull(
            loaded
                .function()
                .invoke(
                    Payload.of(event),
                    Invocation.builder().build(),
                    new Exchange(new JsonWriter())));
    assertThat(new String(response.bytes(), response.offset(), response.length(), UTF_8))
        .isEqualTo("{\"colour\":\"RED\"}");
    assertThat(INITIALIZED).hasValue(1);
  }

  @Test
  void throwsWhatTheConstructorThrows() {
    assertThatThrownBy(() -> loader.load(Broken.class))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("as asked");
  }

  enum Colour {
    RED;

    static {
      INITIALIZED.incrementAndGet();
    }
  }

  record Picture(@Nullable Colour colour) {}

  /** Slow to start, so that everything that is begun beside it has time to go wrong. */
  public static final class Painter implements Handler<Picture, Picture> {
    final int initializedBefore;

    public Painter() throws InterruptedException {
      Thread.sleep(1000);
      initializedBefore = INITIALIZED.get();
    }

    @Override
    public Picture handle(Picture event, Invocation invocation) {
      return event;
    }
  }

  /** Fails its init phase. */
  public static final class Broken implements Handler<Picture, Picture> {
    public Broken() {
      throw new UnsupportedOperationException("as asked");
    }

    @Override
    public Picture handle(Picture event, Invocation invocation) {
      return event;
    }
  }
}
