package dev.thaw.benchmarks.page;

import java.util.List;

/** A table that scrolls in a box of its own where the screen is narrow. */
final class Table {
  private final Markup html = new Markup();
  private final int width;

  /**
   * @param caption what the table holds
   * @param columns headings; the first column names the row
   */
  Table(String caption, List<String> columns) {
    width = columns.size();
    html.start("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
    html.start("table").leaf("caption", caption).start("thead").start("tr");
    columns.forEach(column -> html.leaf("th", column, "scope", "col"));
    html.end().end().start("tbody");
  }

  Table row(String kind, String name, List<String> cells) {
    html.start("tr", "class", kind).leaf("th", name, "scope", "row");
    cells.forEach(cell -> html.leaf("td", cell));
    html.end();
    return this;
  }

  /** A line over the rows that follow. */
  Table group(String name) {
    String all = Integer.toString(width);
    html.start("tr", "class", "group").leaf("th", name, "colspan", all, "scope", "colgroup").end();
    return this;
  }

  Markup end() {
    return html.end().end().end();
  }
}
