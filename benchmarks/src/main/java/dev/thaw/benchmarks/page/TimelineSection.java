package dev.thaw.benchmarks.page;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where the time of one cold start goes. */
final class TimelineSection implements Section {
  @Override
  public String mode() {
    return "timeline";
  }

  @Override
  public String heading() {
    return "Where the time of a cold start goes";
  }

  @Override
  public boolean present(Results results) {
    return !results.measured(mode()).isEmpty();
  }

  @Override
  public void write(Markup html, Results results) {
    html.leaf(
        "p",
        "Medians of the moments at which each phase began and ended. The function notes when its"
            + " constructor and its handler ran, the Runtime API when it was called; when the JVM"
            + " was ready is read from its own log. All by the system’s monotonic clock.");
    for (String event : Results.events(results.measured(mode()))) {
      Section.figure(html, figure(event, results.measured(mode()), "timeline-" + event));
    }
    undisturbed(html, results.measured(mode()));
  }

  /** What the JVM's log, without which its part is not to be had, changes in the whole. */
  private static void undisturbed(Markup html, List<Measured> all) {
    StringBuilder text = new StringBuilder();
    for (Measured each : all) {
      if (each.node().has("plainMillis")) {
        text.append(text.isEmpty() ? "Until the response, with and without the JVM’s log:" : ";");
        text.append(' ').append(each.name()).append(' ');
        text.append(Numbers.of(each.node().path("loggedMillis").asDouble())).append(" and ");
        text.append(Numbers.of(each.node().path("plainMillis").asDouble())).append(" ms");
      }
    }
    if (!text.isEmpty()) {
      html.leaf("p", text.append('.').toString());
    }
  }

  static Figure figure(String event, List<Measured> all, String id) {
    List<Measured> subjects = Results.of(event, all);
    double end = 0;
    for (Measured subject : subjects) {
      for (JsonNode phase : subject.node().path("phases")) {
        end = Math.max(end, phase.path("endMillis").asDouble());
      }
    }
    Bars bars = new Bars(Scale.linear(end), "ms", List.of("ms", "at ms"));
    StringBuilder description = new StringBuilder("Milliseconds of each phase.");
    for (Measured subject : subjects) {
      bars.heading(subject.name());
      description.append(' ').append(subject.name()).append(':');
      for (JsonNode phase : subject.node().path("phases")) {
        double began = phase.path("startMillis").asDouble();
        double ended = phase.path("endMillis").asDouble();
        String name = phase.path("name").asString();
        String millis = Numbers.of(ended - began);
        bars.bar(
            new Bars.Bar(
                name,
                subject.kind() + " phase",
                began,
                ended,
                null,
                List.of(),
                List.of(millis, Numbers.of(ended)),
                name + ": " + Numbers.range(began, ended) + " ms"));
        description.append(' ').append(name).append(' ').append(millis).append(';');
      }
    }
    return bars.figure(
        id, "One cold start, phase by phase, " + Names.event(event), description.toString());
  }
}
