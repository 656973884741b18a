package com.example;

import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import dev.thaw.handler.HttpPrelude;
import dev.thaw.handler.Intercepted;
import dev.thaw.handler.Interceptor;
import dev.thaw.handler.Invocation;
import dev.thaw.handler.ResponseStream;
import dev.thaw.handler.StreamingHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Streams its response in the way that its event names. */
public final class Streams implements StreamingHandler<String> {
  private static final long LIMIT = 200L * 1024 * 1024;

  private @Nullable ResponseStream leaked;

  @Override
  public void handle(String event, ResponseStream response, Invocation invocation)
      throws Exception {
    switch (event) {
      case "nothing" -> {}
      case "text" -> text(response);
      case "html" -> {
        response.contentType("text/html");
        response.write("<p>".getBytes(StandardCharsets.UTF_8));
      }
      case "page" -> {
        response.http(
            HttpPrelude.status(201)
                .header("Content-Type", "text/plain")
                .header("X-Name", "K\u00f6ln \"4\"")
                .cookie("cart=7; Secure")
                .cookie("user=1"));
        response.writer().write("body");
      }
      case "big prelude" -> response.http(prelude(17_000));
      case "largest prelude" -> {
        // {"statusCode":200,"headers":{"a":""},"cookies":[]} and eight bytes make 58
        response.http(prelude(16 * 1024 - 58));
        response.write('.');
      }
      case "late prelude" -> {
        response.write('a');
        response.http(HttpPrelude.status(200));
      }
      case "late type" -> {
        response.write('a');
        response.contentType("text/plain");
      }
      case "wicked type" -> response.contentType("text/plain\r\nX: y");
      case "fail early" -> {
        response.write('a');
        throw new IllegalStateException("early");
      }
      case "fail closing" -> {
        try (Writer writer = response.writer()) {
          writer.write("a");
          throw new IllegalStateException("closing");
        }
      }
      case "fail midway" -> {
        response.writer().append("half").flush();
        response.write('!');
        throw new IllegalStateException("midway");
      }
      case "fail at length" -> {
        response.write('a');
        response.flush();
        deep(200);
      }
      case "fill the heap" -> {
        response.write('a');
        response.flush();
        throw new OutOfMemoryError("as asked");
      }
      case "closed" -> closed(response);
      case "leak" -> {
        leaked = response;
        response.write('a');
        Thread.currentThread().interrupt();
      }
      case "use the leak" -> useLeak(response);
      case "slowly" -> {
        for (String part : new String[] {"one", "two", "three"}) {
          response.writer().append(part).flush();
          Thread.sleep(400);
        }
      }
      case "two hundred megabytes" -> fill(response, LIMIT);
      case "a byte more" -> fill(response, LIMIT + 1);
      case "a byte more, unnoticed" -> {
        try {
          fill(response, LIMIT + 1);
        } catch (IOException e) {
          System.out.println("unnoticed");
        }
      }
      case "until it breaks" -> {
        fill(response, LIMIT);
        throw new IllegalStateException("not reached");
      }
      case "until it breaks, wrapped" -> {
        try {
          fill(response, LIMIT);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      case "until it breaks, unnoticed" -> {
        try {
          fill(response, LIMIT);
        } catch (IOException e) {
          System.out.println("caught " + e.getMessage());
        }
      }
      default -> response.writer().write(event);
    }
  }

  private static HttpPrelude prelude(int length) {
    return HttpPrelude.status(200).header("a", "x".repeat(length));
  }

  private static void text(ResponseStream response) throws IOException {
    Writer writer = response.writer();
    writer.write("gr\u00fc\u00df dich ");
    response.write('&');
    // A pair that is cut into two.
    writer.write('\ud83d');
    writer.write('\ude00');
    writer.write("\u20ac".repeat(10_000), 1, 9_998);
    writer.write(" end");
  }

  private static void deep(int depth) {
    if (depth == 0) {
      throw new IllegalStateException("\u20ac\"".repeat(100_000), new IOException("cause"));
    }
    if (depth > 0) {
      deep(depth - 1);
    }
  }

  private static void closed(ResponseStream response) throws IOException {
    response.write('a');
    response.close();
    response.close();
    response.flush();
    try {
      response.write('b');
    } catch (IOException e) {
      System.out.println("refused: " + e.getMessage());
    }
  }

  private void useLeak(ResponseStream response) throws IOException {
    ResponseStream old = leaked;
    if (old == null) {
      throw new IllegalStateException("nothing leaked");
    }
    response.write('b');
    for (int i = 0; i < 100_000; i++) {
      try {
        old.write('x');
        System.out.println("written");
      } catch (IOException e) {
        // as it should
      }
    }
    try {
      old.flush();
      System.out.println("flushed");
    } catch (IOException e) {
      System.out.println("refused: " + e.getMessage());
    }
    old.close();
    response.write('c');
  }

  private static void fill(OutputStream out, long length) throws IOException {
    byte[] block = new byte[100_000];
    for (long left = length; left > 0; ) {
      int count = (int) Math.min(left, block.length);
      out.write(block, 0, count);
      left -= count;
    }
  }

  /** Reads and writes bytes. */
  public static final class Copy implements StreamingHandler<InputStream> {
    @Override
    public void handle(InputStream event, ResponseStream response, Invocation invocation)
        throws IOException {
      event.transferTo(response);
    }
  }

  public abstract static class OfOrders<T> implements StreamingHandler<List<T>> {}

  /** A type without a codec, inside of another. */
  public static final class Orders extends OfOrders<Shapes.Order> {
    @Override
    public void handle(List<Shapes.Order> event, ResponseStream response, Invocation invocation)
        throws IOException {
      for (Shapes.Order order : event) {
        response.writer().append(order.id()).append(';').flush();
      }
    }
  }

  /** Named by its event: passes it on, answers itself, or spoils the response. */
  public static final class Guarded implements StreamingHandler<String>, Intercepted {
    @Override
    public List<Interceptor> interceptors(Environment environment) {
      return List.of(Guarded::intercept);
    }

    private static @Nullable Object intercept(
        @Nullable Object event,
        Invocation invocation,
        Handler<@Nullable Object, @Nullable Object> next)
        throws Exception {
      System.out.println("before " + event);
      return switch (String.valueOf(event)) {
        case "skip" -> null;
        case "spoil" -> "spoilt";
        default -> next.handle(event + "!", invocation);
      };
    }

    @Override
    public void handle(String event, ResponseStream response, Invocation invocation)
        throws IOException {
      response.writer().write(event);
    }
  }
}
