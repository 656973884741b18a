package dev.thaw.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.handler.Invocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** FIFO batches of any shape, with any number of threads, against a model of three lines. */
class FifoPropertyTest {
  private final Invocation invocation = new RecordedLog().invocation();

  @Property(tries = 500)
  void reportsTheRestOfEachGroupFromItsFirstFailureOn(
      @ForAll @Size(max = 40) List<@CharRange(from = 'a', to = 'f') @StringLength(1) String> groups,
      @ForAll Set<@IntRange(max = 39) Integer> failing,
      @ForAll @IntRange(min = 1, max = 6) int threads) {
    String[] bodies = new String[groups.size()];
    List<String> expected = new ArrayList<>();
    Set<String> ended = new HashSet<>();
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = groups.get(i) + i;
      if (ended.contains(groups.get(i)) || failing.contains(i)) {
        ended.add(groups.get(i));
        expected.add(bodies[i]);
      }
    }

    List<String> failures =
        Batches.failed(
            SqsBatch.of(String.class)
                .parallel(threads)
                .process(
                    Batches.groups(Batches.FIFO, bodies),
                    invocation,
                    (body, _) -> {
                      if (failing.contains(Integer.valueOf(body.substring(1)))) {
                        throw new IllegalStateException();
                      }
                    }));

    assertThat(failures).containsExactlyElementsOf(expected);
  }
}
