package dev.thaw.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The page and the figures as a browser shows them. */
class PageInChromiumTest {
  @TempDir static Path directory;
  private static Path page;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws Exception {
    Path program = Chromium.find();
    if (program == null) {
      String message = "The page is checked in Chromium, which is not installed";
      if ("true".equals(System.getenv("CI"))) {
        fail(message);
      }
      abort(message);
    }
    page = Page.write(Fixture.write(directory.resolve("results")), directory.resolve("report"));
    chromium = new Chromium(program, directory.resolve("profile"));
  }

  @AfterAll
  static void close() throws Exception {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"360,light", "360,dark", "1280,light", "1280,dark"})
  void nothingOverflowsAndNothingIsSaid(int width, String scheme) throws Exception {
    chromium.open(page, width, 800, scheme);

    assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(width);
    // what is cut off or lies over its neighbour is as bad as what overflows
    assertThat(textsOutside()).isEmpty();
    assertThat(overlappingTexts()).isEmpty();
    for (String event :
        List.of("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")) {
      assertThat(chromium.events(event)).isEmpty();
    }
    assertThat(chromium.events("Network.requestWillBeSent"))
        .extracting(event -> event.path("params").path("request").path("url").asString())
        .containsExactly(page.toUri().toString());
    keep("page-" + width + "-" + scheme);
  }

  @Test
  void lightAndDarkHaveTheirOwnGround() throws Exception {
    chromium.open(page, 1280, 800, "light");
    int light = corner();
    chromium.open(page, 1280, 800, "dark");
    int dark = corner();

    assertThat(brightness(light)).isGreaterThan(230);
    assertThat(brightness(dark)).isLessThan(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textCanBeReadOnItsGround(String scheme) throws Exception {
    chromium.open(page, 1280, 800, scheme);

    JsonNode weakest =
        chromium.evaluate(
            """
            (() => {
              const light = colour => {
                const parts = colour.match(/[0-9.]+/g).slice(0, 3).map(part => {
                  const share = part / 255;
                  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
                });
                return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
              };
              const ground = light(getComputedStyle(document.documentElement).backgroundColor);
              let weakest = 21;
              for (const element of document.querySelectorAll('body *')) {
                const style = getComputedStyle(element);
                const colour = element.tagName === 'text' ? style.fill : style.color;
                const own = light(colour);
                const ratio = (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
                if (element.tagName === 'text' || !element.closest('svg')) {
                  weakest = Math.min(weakest, ratio);
                }
              }
              return weakest;
            })()
            """);

    // the floor's name in the figure of lines is the one text that is meant to recede
    assertThat(weakest.asDouble()).isGreaterThan(3);
  }

  @Test
  void everyFigureIsThereAndHasANameAndADescription() throws Exception {
    chromium.open(page, 1280, 800, "light");

    assertThat(strings("[...document.querySelectorAll('svg.figure')].map(s => s.firstChild.id)"))
        .contains(
            "cold-sqs-title",
            "cold-pojo-title",
            "timeline-sqs-title",
            "memory-sqs-title",
            "storage-sqs-title",
            "warm-title");
    assertThat(
            strings(
                """
                [...document.querySelectorAll('svg.figure')].flatMap(svg =>
                  svg.getAttribute('aria-labelledby').split(' ')
                    .map(id => document.getElementById(id)?.textContent ?? ''))
                """))
        .isNotEmpty()
        .doesNotContain("");
    assertThat(strings("[...document.querySelectorAll('h1,h2,h3')].map(h => h.tagName)"))
        .startsWith("H1", "H2", "H3")
        .filteredOn("H1"::equals)
        .hasSize(1);
    assertThat(chromium.evaluate("document.title").asString()).isEqualTo("Thaw: benchmarks");
  }

  @ParameterizedTest
  @CsvSource({
    "cold-start.svg,light",
    "cold-start.svg,dark",
    "timeline.svg,light",
    "timeline.svg,dark",
    "memory.svg,light",
    "memory.svg,dark"
  })
  void theFiguresOfTheReadmeStandAlone(String file, String scheme) throws Exception {
    Path html = page.resolveSibling(file + ".html");
    Files.writeString(html, "<!doctype html><body style='margin:0'><img src='" + file + "'>");
    chromium.open(html, 800, 600, scheme);

    assertThat(chromium.evaluate("document.images[0].naturalWidth").asInt()).isEqualTo(760);
    int ground = image().getRGB(40, 8);
    assertThat(brightness(ground) > 128).isEqualTo(scheme.equals("light"));
    keep(file + "-" + scheme);
  }

  /** Texts of figures that reach out of their drawing. */
  private static List<String> textsOutside() throws Exception {
    return strings(
        """
        [...document.querySelectorAll('svg.figure')].flatMap(svg => {
          const frame = svg.getBoundingClientRect();
          return [...svg.querySelectorAll('text')].filter(text => {
            const box = text.getBoundingClientRect();
            return box.left < frame.left - 12 || box.right > frame.right + 12;
          }).map(text => text.textContent);
        })
        """);
  }

  private static List<String> overlappingTexts() throws Exception {
    return strings(
        """
        [...document.querySelectorAll('svg.figure')].flatMap(svg => {
          const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent)
            .map(text => ({text: text.textContent, box: text.getBoundingClientRect()}));
          return texts.flatMap((one, at) => texts.slice(at + 1)
            .filter(other => one.box.left < other.box.right - 1
              && other.box.left < one.box.right - 1
              && one.box.top < other.box.bottom - 6 && other.box.top < one.box.bottom - 6)
            .map(other => one.text + ' / ' + other.text));
        })
        """);
  }

  private static List<String> strings(String expression) throws Exception {
    List<String> strings = new ArrayList<>();
    chromium.evaluate(expression).forEach(each -> strings.add(each.asString()));
    return strings;
  }

  private static BufferedImage image() throws Exception {
    return ImageIO.read(new ByteArrayInputStream(chromium.screenshot()));
  }

  private static int corner() throws Exception {
    return image().getRGB(2, 2);
  }

  private static int brightness(int rgb) {
    return ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3;
  }

  /** To be looked at: {@code -Dscreenshots=DIR}. */
  private static void keep(String name) throws Exception {
    String folder = System.getProperty("screenshots");
    if (folder != null) {
      Files.createDirectories(Path.of(folder));
      Files.write(Path.of(folder, name + ".png"), chromium.screenshot());
    }
  }
}
