package dev.thaw.benchmarks.page;

/**
 * A drawing, as wide as the place that it is given: what is inside uses percentages across and
 * pixels down, so that text keeps its size on every screen.
 *
 * @param id of the drawing, once on a page
 * @param title what it shows, in a line
 * @param description what a reader who does not see it should know
 * @param height in pixels
 */
record Figure(String id, String title, String description, int height, Markup content) {
  private static final int WIDTH = 760;
  private static final int PADDING = 20;
  private static final int HEADING = 34;

  /** As a part of the page, whose style sheet colours it. */
  Markup inline() {
    Markup svg = new Markup();
    svg.start(
        "svg",
        "class",
        "figure",
        "width",
        "100%",
        "height",
        height + "px",
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-description");
    svg.leaf("title", title, "id", id + "-title");
    svg.leaf("desc", description, "id", id + "-description");
    return svg.add(content).end();
  }

  /** As a file of its own, with its own ground, which fits the light or the dark of its text. */
  String file() {
    int whole = height + HEADING + 2 * PADDING;
    Markup svg = new Markup();
    svg.start(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "figure",
        "width",
        Integer.toString(WIDTH),
        "height",
        Integer.toString(whole),
        "viewBox",
        "0 0 " + WIDTH + " " + whole,
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-description");
    svg.leaf("title", title, "id", id + "-title");
    svg.leaf("desc", description, "id", id + "-description");
    svg.style(Resources.text("figure.css"));
    svg.empty("rect", "class", "ground", "width", "100%", "height", "100%", "rx", "8");
    svg.leaf(
        "text",
        title,
        "class",
        "heading",
        "x",
        Integer.toString(PADDING),
        "y",
        Integer.toString(PADDING + 13));
    svg.start(
        "svg",
        "x",
        Integer.toString(PADDING),
        "y",
        Integer.toString(PADDING + HEADING),
        "width",
        Integer.toString(WIDTH - 2 * PADDING),
        "height",
        Integer.toString(height),
        "overflow",
        "visible");
    return svg.add(content).end().end().toString();
  }
}
