package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods that a handler setting can name, of every shape, and some that cannot be handlers. */
public class Methods extends MethodsBase<MethodsBase.Point>
    implements RequestHandler<String, String> {

  @Override
  public String handleRequest(String event, Context context) {
    return "interface " + event;
  }

  @Override
  public String overridden(Point value, Context context) {
    return "sub " + value.x;
  }

  public String nothing() {
    return "nothing";
  }

  public String contextOnly(Context context) {
    return context.getAwsRequestId().isEmpty() ? "no id" : "context";
  }

  public Point pojo(Point point) {
    return new Point(point.y, point.x);
  }

  public Point pojoAndContext(Point point, Context context) {
    return new Point(point.x + 1, context.getMemoryLimitInMB());
  }

  public static String statically(String name, Context context) {
    return "static " + name;
  }

  public String text(String text) {
    return text + "!";
  }

  public int primitive(int number) {
    return number + 1;
  }

  public Long boxed(Long number, Context context) {
    return number + 1;
  }

  public boolean negated(boolean value) {
    return !value;
  }

  public double halved(double value) {
    return value / 2;
  }

  public Map<String, Object> map(Map<String, Object> map) {
    return map;
  }

  public List<Point> points(List<Point> points) {
    return List.of(new Point(points.getFirst().x, points.size()));
  }

  public Map<String, List<Point>> nested(Map<String, List<Point>> points) {
    return Map.of("first", List.of(points.values().iterator().next().getFirst()));
  }

  public <P extends Map<String, Object>> int ownVariable(P map) {
    return map.size();
  }

  public Object object(Object event) {
    return List.of(event.getClass().getSimpleName(), event);
  }

  public void nothingBack(Point point) {}

  public @Nullable Void voidBack(Point point, Context context) {
    return null;
  }

  public @Nullable String nullBack(Point point) {
    return null;
  }

  public void streams(InputStream in, OutputStream out) throws IOException {
    out.write('<');
    in.transferTo(out);
    out.write('>');
  }

  public void streamsAndContext(InputStream in, OutputStream out, Context context)
      throws IOException {
    in.transferTo(out);
    out.write(context.getFunctionName().getBytes(StandardCharsets.UTF_8));
  }

  public void outputOnly(OutputStream out) throws IOException {
    out.write("\"out\"".getBytes(StandardCharsets.UTF_8));
  }

  public void outputAndContext(OutputStream out, Context context) throws IOException {
    out.write(("\"" + context.getFunctionName() + "\"").getBytes(StandardCharsets.UTF_8));
  }

  public void inputOnly(InputStream in) throws IOException {
    var _ = in.readAllBytes();
  }

  public String inputWithResult(InputStream in, Context context) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  public String overloaded() {
    return "nothing";
  }

  public String overloaded(Point point) {
    return "point";
  }

  public String overloaded(Point point, Context context) {
    return "point and context";
  }

  public String overloaded(Point point, String more, Context context) {
    return "never";
  }

  public String failing(Point point) throws IOException {
    throw new IOException("as asked " + point.x);
  }

  public String erring(Point point) {
    throw new AssertionError("as asked " + point.x);
  }

  public String tooMany(Point a, Point b, Point c, Context context) {
    return "";
  }

  public String unfit(Point a, Point b) {
    return "";
  }

  public String unfit(Context context, Point point) {
    return "";
  }

  public String unchecked(Point point) {
    throw new IllegalArgumentException();
  }

  public Pair record(Pair pair) {
    return pair;
  }

  public record Pair(int left, String right) {}

  String hidden(Point point) {
    return "";
  }

  /** Two ways to be a handler: the setting decides. */
  public static final class Both implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String event, Context context) {
      return "interface " + event;
    }

    public String other(String event, Context context) {
      return "other " + event;
    }
  }

  /** Says nothing of its types, which only the class alone would have to. */
  @SuppressWarnings("rawtypes")
  public static final class Raw implements RequestHandler {
    @Override
    public Object handleRequest(Object event, Context context) {
      return event.getClass().getSimpleName() + event;
    }
  }

  /** The same, by a type variable. */
  public static final class Open<T> implements RequestHandler<T, String> {
    @Override
    public String handleRequest(T event, Context context) {
      return String.valueOf(event);
    }
  }

  /** An array's class says nothing of what is in its lists. */
  public static final class Lists implements RequestHandler<List<Point>[], Integer> {
    @Override
    public Integer handleRequest(List<Point>[] event, Context context) {
      return event[0].getFirst().y;
    }
  }

  /** Cannot be built, and need not be for its static method. */
  public abstract static class Unbuilt {
    public static String statically(Point point) {
      return "built nothing " + point.x;
    }

    public String instance(Point point) {
      return "";
    }
  }

  /** Its constructor is private, which only an instance method needs. */
  public static final class Closed {
    private Closed() {}

    public String instance(Point point) {
      return "";
    }
  }
}
