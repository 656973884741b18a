package dev.thaw.runtime.graal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher does, done by an executable: the expected values are docs/launcher.md's. */
class NativeStartTest {
  private static final long MEGABYTE = 1024 * 1024;

  @ParameterizedTest
  @CsvSource({
    "128, 64, 16",
    "256, 160, 32",
    "512, 352, 64",
    "1024, 736, 128",
    "1769, 1294, 221",
    "3008, 2224, 376",
    "10240, 7648, 1280",
    "'', 736, 128",
    "0128, 736, 128",
    "12 8, 736, 128",
    "1234567, 736, 128",
    "32, 1, 4"
  })
  void heapAndBuffersAreTheLaunchers(String memory, long heap, long buffers) {
    assertThat(MemorySizes.of(memory))
        .isEqualTo(new MemorySizes(heap * MEGABYTE, buffers * MEGABYTE));
  }

  @ParameterizedTest
  @CsvSource({
    "-Xmx64m, 67108864",
    "-Xmx65536K, 67108864",
    "-Xmx1g, 1073741824",
    "-Xmx1048576, 1048576",
    "-XX:MaxHeapSize=2m, 2097152",
    "-Xmx1m -Xmx2m, 2097152",
    "-Xmx2m -Xmxm, 2097152",
    "-Xmx, 0",
    "-Xmx12x, 0",
    "-Xmx0, 0",
    "-Xmx99999999999999999999g, 1099511627776",
    "-Xms5m, 0"
  })
  void heapThatTheUserNames(String options, long heap) {
    assertThat(UserOptions.of("", options).heap()).isEqualTo(heap);
  }

  @Test
  void buffersAndProperties() {
    UserOptions options =
        UserOptions.of("-Da=1 -Db", "  -XX:MaxDirectMemorySize=3m\t-Da=2=3 -XX:+UseSerialGC -D");
    assertThat(options.buffers()).isEqualTo(3 * MEGABYTE);
    assertThat(options.properties()).isEqualTo(List.of("a", "1", "b", "", "a", "2=3"));
  }

  @ParameterizedTest
  @CsvSource({"-Duser.language=de, true", "-Duser.country=AT, true", "-Duser.dir=/, false"})
  void localeThatTheUserNames(String options, boolean named) {
    assertThat(UserOptions.of(options).nameLocale()).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({
    "'', en_US.UTF-8, en-US",
    "'', de_AT, de-AT",
    "C.UTF-8, en_US.UTF-8,",
    "'', C.UTF-8,",
    "'', en,",
    "'', eng_US,",
    "'', en_US@euro,",
    "'', en_us.UTF-8,",
    "'', '',"
  })
  void localeIsThatOfLang(String all, String lang, String tag) {
    Locale expected = tag == null ? null : Locale.forLanguageTag(tag);
    assertThat(NativeStart.locale(all, lang)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, true",
    "0, true",
    "7, true",
    "10, true",
    "999, true",
    "1000, false",
    "01, false",
    "'', false",
    "-2, false",
    "1-1, false",
    "x, false"
  })
  void secondsThatNamesStayUnknown(String text, boolean accepted) {
    assertThat(NativeStart.isTtl(text)).isEqualTo(accepted);
  }
}
