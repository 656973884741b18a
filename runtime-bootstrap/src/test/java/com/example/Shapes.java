package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every way to write a handler. */
public final class Shapes {
  private Shapes() {}

  public static final class Text implements Handler<@Nullable String, @Nullable String> {
    @Override
    public @Nullable String handle(@Nullable String text, Invocation invocation) {
      return text;
    }
  }

  public static final class AwsText implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String text, Context context) {
      return "AWS " + text;
    }
  }

  public static final class Streams implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      out.write(text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Its response is larger than its event by the prefix only, so that limits can be met. */
  public static final class Raw implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      int length = Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
      out.write('"');
      out.write("x".repeat(length - 2).getBytes(StandardCharsets.US_ASCII));
      out.write('"');
    }
  }

  public static final class Length implements Handler<String, Integer> {
    @Override
    public Integer handle(String text, Invocation invocation) {
      return text.length();
    }
  }

  public static final class Nothing implements Handler<@Nullable Order, @Nullable Void> {
    @Override
    public @Nullable Void handle(@Nullable Order order, Invocation invocation) {
      return null;
    }
  }

  public record Order(
      @JsonProperty("order-id") @Nullable String id,
      int count,
      boolean gift,
      @Nullable Double sum) {}

  public static class Item {
    private @Nullable String name;
    private int count = 7;

    public @Nullable String getName() {
      return name;
    }

    public void setName(@Nullable String name) {
      this.name = name;
    }

    public int getCount() {
      return count;
    }

    public void setCount(int count) {
      this.count = count;
    }
  }

  public static final class SpecialItem extends Item {
    private @Nullable String wish;

    public @Nullable String getWish() {
      return wish;
    }

    public void setWish(@Nullable String wish) {
      this.wish = wish;
    }
  }

  public static final class Orders implements Handler<Order, Order> {
    @Override
    public Order handle(Order order, Invocation invocation) {
      return order;
    }
  }

  public static final class Items implements RequestHandler<Item, Item> {
    @Override
    public Item handleRequest(Item item, Context context) {
      return item;
    }
  }

  public abstract static class Echo<T> implements Handler<T, T> {
    @Override
    public T handle(T value, Invocation invocation) {
      return value;
    }
  }

  public abstract static class Middle<U> extends Echo<U> {}

  /** A type that stands two classes up. */
  public static final class EchoOfOrder extends Middle<Order> {}

  public abstract static class FirstOf<T> implements Handler<List<T>, T> {
    @Override
    public T handle(List<T> values, Invocation invocation) {
      return values.getFirst();
    }
  }

  /** A type inside of another one. */
  public static final class FirstOrderId extends FirstOf<Order> {
    @Override
    public Order handle(List<Order> values, Invocation invocation) {
      Order first = super.handle(values, invocation);
      return new Order(first.id() + "!", first.count(), first.gift(), first.sum());
    }
  }

  public static final class FirstSpecialItem extends FirstOf<SpecialItem> {}

  public abstract static class Bounded<T extends Item> implements Handler<T, String> {
    @Override
    public String handle(T item, Invocation invocation) {
      return describe(item);
    }

    abstract String describe(T item);
  }

  /** A type variable with a bound, whose erasure is not Object. */
  public static final class Wishes extends Bounded<SpecialItem> {
    @Override
    String describe(SpecialItem item) {
      return "wish " + item.getWish();
    }
  }

  public static final class Open<T> implements Handler<T, String> {
    @Override
    public String handle(T event, Invocation invocation) {
      return String.valueOf(event);
    }
  }

  @SuppressWarnings("rawtypes")
  public static final class Untyped implements RequestHandler {
    @Override
    public Object handleRequest(Object event, Context context) {
      return event;
    }
  }
}
