package dev.thaw.benchmarks.page;

import dev.thaw.benchmarks.Statistics.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Horizontal bars, each under a line with its name at the left and its figures at the right, which
 * fits a phone as well as a wide screen.
 */
final class Bars {
  private static final int COLUMN = 64;
  private static final int HEAD = 20;
  private static final int ROW = 34;
  private static final int HEADING = 26;
  private static final int AXIS = 22;

  /**
   * One bar.
   *
   * @param kind class that colours it
   * @param interval drawn over the bar's end
   * @param marks further values on the bar
   * @param figures what stands at the right, column by column
   * @param note what a pointer over the bar shows
   */
  record Bar(
      String label,
      String kind,
      double from,
      double to,
      @Nullable Interval interval,
      List<Double> marks,
      List<String> figures,
      String note) {}

  private final Scale scale;
  private final String unit;
  private final List<String> columns;
  private final Drawing rows = new Drawing();
  private int y = HEAD;

  /**
   * @param unit of the axis
   * @param columns what the figures at the right are; the first is the bar's own
   */
  Bars(Scale scale, String unit, List<String> columns) {
    this.scale = scale;
    this.unit = unit;
    this.columns = columns;
  }

  /** A line over the bars that follow. */
  Bars heading(String text) {
    y += HEADING;
    rows.text("group", text, "0", y - 8);
    return this;
  }

  Bars bar(Bar bar) {
    Markup svg = rows.svg();
    svg.start("g", "class", "bar " + bar.kind()).leaf("title", bar.note());
    rows.text("label", bar.label(), "0", y + 14);
    figures(rows, bar.figures(), "figure-text", y + 14);
    double from = scale.percent(bar.from());
    // a phase of microseconds is still there
    double width = Math.max(scale.percent(bar.to()) - from, 0.25);
    rows.box(from, width, y + 21);
    for (double mark : bar.marks()) {
      vertical(mark, y + 19, y + 28);
    }
    Interval interval = bar.interval();
    if (interval != null) {
      rows.line("interval", x(interval.low()), y + 23.5, x(interval.high()), y + 23.5);
      vertical(interval.low(), y + 20, y + 27);
      vertical(interval.high(), y + 20, y + 27);
    }
    svg.end();
    y += ROW;
    return this;
  }

  private void vertical(double value, int from, int to) {
    rows.line("interval", x(value), from, x(value), to);
  }

  private String x(double value) {
    return Numbers.percent(scale.percent(value));
  }

  Figure figure(String id, String title, String description) {
    Drawing all = new Drawing();
    figures(all, columns, "column", 12);
    for (double tick : scale.ticks()) {
      double at = scale.percent(tick);
      all.line("grid", x(tick), HEAD + 4, x(tick), y + 4);
      String anchor = at < 2 ? "start" : at > 95 ? "end" : "middle";
      String text = Numbers.tick(tick) + (at < 2 || scale.logarithmic() ? " " + unit : "");
      all.text("axis", text, x(tick), y + 18, anchor, 0);
    }
    return new Figure(id, title, description, y + AXIS, all.add(rows).svg());
  }

  /** From the right edge leftwards, the last first. */
  private static void figures(Drawing to, List<String> figures, String kind, int y) {
    int shift = 0;
    for (String figure : figures.reversed()) {
      to.text(kind, figure, "100%", y, "end", shift);
      shift -= COLUMN;
    }
  }
}
