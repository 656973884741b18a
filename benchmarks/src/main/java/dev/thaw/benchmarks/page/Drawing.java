package dev.thaw.benchmarks.page;

/** The few things that figures are drawn of. Across in percent or pixels, down in pixels. */
final class Drawing {
  private final Markup svg = new Markup();

  /** The markup behind it, for what is drawn once. */
  Markup svg() {
    return svg;
  }

  Drawing text(String kind, String text, String x, int y) {
    svg.leaf("text", text, "class", kind, "x", x, "y", Integer.toString(y));
    return this;
  }

  /**
   * A text that does not begin at its place.
   *
   * @param anchor "middle" or "end"
   * @param shift by how many pixels it is moved
   */
  Drawing text(String kind, String text, String x, int y, String anchor, int shift) {
    String dx = Integer.toString(shift);
    String dy = Integer.toString(y);
    svg.leaf("text", text, "class", kind, "x", x, "y", dy, "dx", dx, "text-anchor", anchor);
    return this;
  }

  Drawing line(String kind, String fromX, double fromY, String toX, double toY) {
    String y1 = Numbers.coordinate(fromY);
    svg.empty(
        "line", "class", kind, "x1", fromX, "y1", y1, "x2", toX, "y2", Numbers.coordinate(toY));
    return this;
  }

  /** A thin bar, across in percent. */
  Drawing box(double x, double width, int y) {
    String from = Numbers.percent(x);
    String wide = Numbers.percent(width);
    String down = Integer.toString(y);
    svg.empty("rect", "x", from, "y", down, "width", wide, "height", "5", "rx", "1");
    return this;
  }

  Drawing add(Drawing finished) {
    svg.add(finished.svg);
    return this;
  }
}
