package dev.thaw.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PageTest {
  private static final Path REPOSITORY = Path.of("..");

  @TempDir Path directory;

  @Test
  void whatWasMeasuredStandsOnThePage() throws Exception {
    cold(samples("floor", 10, 12, 11), samples("thaw", 20, 24, 33), samples("aws", 200, 240, 231));

    String page = Files.readString(Page.write(directory, directory.resolve("report")));

    // medians 11, 24 and 231; ratios round by round 2, 2, 3 and 20, 20, 21
    assertThat(page).contains("Thaw: 24.0 ms, 95 % interval 20.0–33.0");
    assertThat(figures(page, "AWS, as run")).containsExactly("231", "20 ×", "10 ×");
    assertThat(figures(page, "Thaw")).containsExactly("24.0", "2.00 ×", "");
    assertThat(page).contains("This run has not measured it: bin/bench --warm does.");
  }

  @Test
  void textIsEscaped() throws Exception {
    String page =
        Files.readString(Page.write(Fixture.write(directory), directory.resolve("report")));

    assertThat(page)
        .doesNotContain("<script")
        .contains("&lt;script&gt;document.title='x'&lt;/script&gt; &amp; &quot;quoted&quot;");
  }

  @Test
  void theFiguresAreXml() throws Exception {
    Page.write(Fixture.write(directory), directory.resolve("report"));

    for (String file : List.of("cold-start.svg", "timeline.svg", "memory.svg")) {
      var document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(directory.resolve("report").resolve(file).toFile());
      assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    }
  }

  @Test
  void nothingMeasuredIsNoPage() {
    assertThatThrownBy(() -> Page.write(directory, directory))
        .hasMessageContaining("nothing was measured yet");
  }

  @Test
  void aSampleWithoutAValueIsNamed() throws Exception {
    ObjectNode broken = samples("thaw", 20);
    ((ObjectNode) broken.path("samples").path(0)).remove("cpuMillis");
    cold(broken);

    assertThatThrownBy(() -> Page.write(directory, directory.resolve("report")))
        .hasMessage("bench-cold.json: sqs thaw: sample 0 has no cpuMillis");
  }

  @Test
  void thePublicationHoldsNothingOfTheMachinesFolders() throws Exception {
    ObjectNode thaw = samples("thaw", 20, 24, 33);
    thaw.putArray("command").add("/home/someone/thaw/bootstrap").add("/jdk/bin/java");
    cold(samples("floor", 10, 12, 11), thaw);
    Path repository = Files.createDirectories(directory.resolve("repository"));
    Files.writeString(
        repository.resolve("README.md"),
        "# A\n\n<!-- figures -->\nstale\n<!-- /figures -->\n\nafter\n");
    Path guide = Files.createDirectories(repository.resolve("docs")).resolve("cold-start.md");
    Files.writeString(guide, Fixture.guide());
    Files.writeString(guide.resolveSibling("native.md"), Fixture.nativeGuide());

    Map<Path, String> places =
        Map.of(Path.of("/home/someone/thaw"), ".", Path.of("/jdk"), "$JAVA_HOME");
    Path published = Publication.publish(directory, repository, places);

    assertThat(published.resolve("bench-cold.json"))
        .content()
        .contains("\"./bootstrap\",\"$JAVA_HOME/bin/java\"")
        .doesNotContain("someone");
    assertThat(published.resolve("index.html")).content().doesNotContain("someone");
    assertThat(published.resolve("cold-start.svg")).exists();
    assertThat(published.resolve("memory.svg")).doesNotExist();
    assertThat(repository.resolve("README.md"))
        .content()
        .startsWith("# A\n\n<!-- figures -->\n")
        .endsWith("<!-- /figures -->\n\nafter\n")
        .doesNotContain("stale")
        .contains("| SQS | 24 ms | 2.00 |\n")
        .contains("| Thaw | 24 ms | 20.0–33.0 |  | 5 ms | 35 MB |\n");
  }

  @Test
  void theGuideGetsTheTablesOfTheRun() throws Exception {
    Results results = Results.read(Fixture.write(directory));

    String guide = GuideFigures.replace(Fixture.guide(), results);

    assertThat(guide)
        .doesNotContain("stale")
        .contains("| Thaw | launcher | 0.0 ms | 2.1 ms | 2.1 ms |\n")
        .containsPattern(
            "\\| The floor \\| [0-9.]+ ms \\| [0-9.]+–[0-9.]+ \\|  \\| [0-9.]+ MB \\|\n")
        .containsPattern("\\| AWS, AOT cache \\| .* \\| [0-9.]+ × \\| [0-9.]+ MB \\|\n");
    assertThatThrownBy(() -> GuideFigures.replace("# A\n", results))
        .hasMessageContaining("docs/cold-start.md: <!-- steps -->");
  }

  @Test
  void theGuideToExecutablesGetsTheirTables() throws Exception {
    Results results = Results.read(Fixture.write(directory));

    String guide = NativeFigures.replace(Fixture.nativeGuide(), results);

    assertThat(guide)
        .containsPattern("\\| SQS \\| The floor \\| .* \\|  \\|\n")
        .containsPattern(
            "\\|  \\| Thaw, native \\| .* \\| 0\\.\\d\\d × \\| .* \\| 12\\.3 \\+ 0\\.50 MB \\|\n")
        .containsPattern("\\| as built \\| .* \\| 12\\.3 MB \\|\n\\| `-Os` \\| ");
  }

  @Test
  void aReadmeWithoutMarksIsRefused() {
    assertThatThrownBy(() -> ReadmeFigures.replace("# A\n", Results.read(Fixture.write(directory))))
        .hasMessageContaining("README.md: <!-- figures -->");
  }

  /** The README's figures are those of the results beside them: none was typed. */
  @Test
  void theReadmesFiguresAreThoseOfTheRun() throws Exception {
    Path published = REPOSITORY.resolve(ReadmeFigures.FOLDER);
    assumeTrue(
        Files.isDirectory(published),
        "no run was published: bin/bench --publish makes " + ReadmeFigures.FOLDER);
    String readme = Files.readString(REPOSITORY.resolve("README.md"));
    Results results = Results.read(published);

    assertThat(ReadmeFigures.replace(readme, results)).isEqualTo(readme);
    String guide = Files.readString(REPOSITORY.resolve(GuideFigures.FILE));
    assertThat(GuideFigures.replace(guide, results)).isEqualTo(guide);
    String natives = Files.readString(REPOSITORY.resolve(NativeFigures.FILE));
    assertThat(NativeFigures.replace(natives, results)).isEqualTo(natives);
    assertThat(published.resolve(Page.INDEX)).hasContent(Page.html(results));
    Page.figures(results)
        .forEach((file, figure) -> assertThat(published.resolve(file)).hasContent(figure.file()));
  }

  private void cold(ObjectNode... results) throws Exception {
    ObjectNode root = Fixture.JSON.createObjectNode().put("mode", "cold").put("rounds", 3);
    ArrayNode all = root.putArray("results");
    for (ObjectNode result : results) {
      all.add(result);
    }
    Files.write(directory.resolve("bench-cold.json"), Fixture.JSON.writeValueAsBytes(root));
  }

  private static ObjectNode samples(String subject, double... millis) {
    ObjectNode result = Fixture.JSON.createObjectNode().put("event", "sqs").put("subject", subject);
    ArrayNode samples = result.putArray("samples");
    for (double each : millis) {
      samples
          .addObject()
          .put("initMillis", each / 2)
          .put("responseMillis", each)
          .put("cpuMillis", 5)
          .put("residentKb", 35 * 1024)
          .put("peakKb", 36 * 1024)
          .put("minorFaults", 100)
          .put("majorFaults", 0);
    }
    return result;
  }

  /** The figures at the right of a bar. */
  private static List<String> figures(String page, String label) {
    String from = page.substring(page.indexOf(">" + label + "</text>"));
    return Pattern.compile("figure-text[^>]*>([^<]*)</text>")
        .matcher(from.substring(0, from.indexOf("<rect")))
        .results()
        .map(found -> found.group(1))
        .toList()
        .reversed();
  }
}
