package dev.thaw.benchmarks.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How a cost grows: lines over two logarithmic axes, each with its name at its end. */
final class Lines {
  /** Where the plot begins and ends, in percent: names need their room on a phone too. */
  private static final double LEFT = 12;

  private static final double RIGHT = 57;
  private static final double NAMES = 59;
  private static final int PLOT = 220;
  private static final int HEADING = 26;
  private static final int AXIS = 40;
  private static final int NAME = 15;

  /**
   * One line.
   *
   * @param kind class that colours it
   * @param values one for each place across; NaN where there is none
   */
  record Line(String label, String kind, List<Double> values) {
    double end() {
      double end = Double.NaN;
      for (double value : values) {
        end = Double.isNaN(value) ? end : value;
      }
      return end;
    }
  }

  private final List<Double> places;
  private final Scale across;
  private final Scale up;
  private final Drawing panels = new Drawing();
  private int y;

  /**
   * @param places values of the axis across, ascending
   * @param up the axis upwards
   */
  Lines(List<Double> places, Scale up) {
    this.places = places;
    this.up = up;
    across = Scale.logarithmic(places.getFirst(), places.getLast());
  }

  /** One plot under the others. */
  Lines panel(String heading, List<Line> lines) {
    panels.text("group", heading, "0", y + 14);
    y += HEADING;
    for (double tick : up.ticks()) {
      double height = at(tick);
      panels.text("axis", Numbers.tick(tick), "0", (int) height - 4);
      panels.line("grid", "0", height, Numbers.percent(RIGHT), height);
    }
    for (int place = 0; place < places.size(); place++) {
      String text = Numbers.tick(places.get(place));
      panels.text("axis", text, x(place), y + PLOT + 20, "middle", 0);
    }
    lines.forEach(this::draw);
    names(lines);
    y += PLOT + AXIS;
    return this;
  }

  private void draw(Line line) {
    Markup svg = panels.svg();
    svg.start("g", "class", "line " + line.kind()).leaf("title", line.label());
    int last = -1;
    for (int place = 0; place < places.size(); place++) {
      double value = line.values().get(place);
      if (Double.isNaN(value)) {
        continue;
      }
      if (last >= 0) {
        panels.line("", x(last), at(line.values().get(last)), x(place), at(value));
      }
      String height = Numbers.coordinate(at(value));
      svg.empty("circle", "cx", x(place), "cy", height, "r", "2.5");
      last = place;
    }
    svg.end();
  }

  /** At the height of each line's end, or as near to it as the other names allow. */
  private void names(List<Line> lines) {
    List<Line> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingDouble(line -> at(line.end())));
    double[] heights = sorted.stream().mapToDouble(line -> at(line.end())).toArray();
    for (int name = 1; name < heights.length; name++) {
      heights[name] = Math.max(heights[name], heights[name - 1] + NAME);
    }
    double limit = y + PLOT;
    for (int name = heights.length - 1; name >= 0; name--) {
      heights[name] = Math.min(heights[name], limit);
      limit = heights[name] - NAME;
    }
    for (int name = 0; name < heights.length; name++) {
      Line line = sorted.get(name);
      String x = Numbers.percent(NAMES);
      panels.text("name " + line.kind(), line.label(), x, (int) heights[name] + 4);
    }
  }

  private double at(double value) {
    return y + PLOT * (1 - up.percent(value) / 100);
  }

  private String x(int place) {
    double share = across.percent(places.get(place)) / 100;
    return Numbers.percent(LEFT + (RIGHT - LEFT) * share);
  }

  Figure figure(String id, String title, String description) {
    return new Figure(id, title, description, y, panels.svg());
  }
}
