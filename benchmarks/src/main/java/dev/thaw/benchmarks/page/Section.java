package dev.thaw.benchmarks.page;

import tools.jackson.databind.JsonNode;

/** A part of the page, made from one result file. */
interface Section {
  /** The name in the file's, {@code bench-<mode>.json}. */
  String mode();

  String heading();

  /** Whether the file, which is there, holds what this section shows. */
  boolean present(Results results);

  void write(Markup html, Results results);

  /** When, from which commit and by which command, as far as the file says. */
  static void origin(Markup html, Results results, String mode) {
    JsonNode part = results.part(mode);
    if (part == null || !part.has("date")) {
      return;
    }
    html.start("p", "class", "origin").text(part.path("date").asString().replaceFirst("T.*", ""));
    html.text(", commit " + part.path("commit").asString() + ", ");
    html.leaf("code", part.path("command").asString());
    html.text(", " + part.path("rounds").asInt() + " rounds").end();
  }

  /** Subjects that were asked for and could not be had, with the reasons. */
  static void unavailable(Markup html, Results results, String mode) {
    JsonNode part = results.part(mode);
    JsonNode unavailable = part == null ? null : part.path("unavailable");
    if (unavailable == null || unavailable.isEmpty()) {
      return;
    }
    html.leaf("h3", "What could not be had").start("dl");
    for (JsonNode each : unavailable) {
      html.leaf("dt", Names.subject(each.path("subject").asString()));
      html.leaf("dd", each.path("reason").asString());
    }
    html.end();
  }

  static void figure(Markup html, Figure figure) {
    html.start("figure");
    html.leaf("figcaption", figure.title());
    html.add(figure.inline()).end();
  }
}
