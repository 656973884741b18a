package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.benchmarks.Options.Part;
import org.junit.jupiter.api.Test;

class PartDefaultsTest {
  @Test
  void aPartThatTakesLongHasFewerEventsUnlessTheyAreNamed() {
    Options whole = Options.parse(new String[0]);
    Options named = Options.parse(new String[] {"--events", "alb,s3", "--subjects", "floor"});

    assertThat(whole.parts()).contains(Part.MEMORY, Part.STORAGE);
    assertThat(whole.events(Part.COLD)).containsExactlyElementsOf(BenchEvent.compared());
    assertThat(whole.events(Part.MEMORY)).containsExactly(BenchEvent.SQS, BenchEvent.POJO);
    assertThat(whole.events(Part.STORAGE)).containsExactly(BenchEvent.SQS);
    assertThat(whole.subjects(Part.MEMORY))
        .containsExactly("floor", "thaw", "thaw-layer", "aws-aot", "aws");
    for (Part part : new Part[] {Part.COLD, Part.MEMORY, Part.STORAGE, Part.LAYOUTS}) {
      assertThat(named.events(part)).containsExactly(BenchEvent.ALB, BenchEvent.S3);
      assertThat(named.subjects(part)).containsExactly("floor");
    }
  }

  @Test
  void rivalsBelongToColdStartsUnlessTheRunIsQuick() {
    Options whole = Options.parse(new String[0]);
    Options quick = Options.parse(new String[] {"--quick"});

    assertThat(whole.subjects(Part.COLD)).contains("thaw", "spring-aot", "micronaut");
    assertThat(whole.subjects(Part.WARM)).doesNotContain("micronaut");
    assertThat(quick.subjects(Part.COLD)).contains("thaw").doesNotContain("micronaut");
  }

  @Test
  void executablesAreMeasuredOnlyWhereTheyAreAskedFor() {
    Options whole = Options.parse(new String[0]);
    Options natives = Options.parse(new String[] {"--native"});
    Options more = Options.parse(new String[] {"--native", "--memory", "--warm"});

    for (Part part : Part.values()) {
      assertThat(whole.parts()).doesNotContain(Part.NATIVE, Part.NATIVE_VARIANTS);
      if (part != Part.NATIVE) {
        assertThat(whole.subjects(part)).as(part.label()).doesNotContain("native");
      }
    }
    assertThat(natives.parts()).containsExactly(Part.NATIVE);
    assertThat(natives.subjects(Part.NATIVE)).containsExactly("floor", "thaw", "native", "aws-aot");
    assertThat(natives.events(Part.NATIVE)).contains(BenchEvent.HTTP, BenchEvent.POJO);
    assertThat(natives.events(Part.NATIVE)).doesNotContain(BenchEvent.CLIENT);
    assertThat(more.subjects(Part.MEMORY)).contains("native");
    assertThat(more.subjects(Part.WARM)).contains("native");
  }
}
