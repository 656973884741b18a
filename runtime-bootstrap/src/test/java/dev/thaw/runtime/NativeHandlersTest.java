package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NativeHandlersTest {
  private static final String ON_DEMAND = "on-demand";

  private final NativeHandlers several = new NativeHandlers(List.of("a.B", "a.B::c"));

  @Test
  void theOneOfThatName() throws Exception {
    assertThat(several.choose("a.B::c", ON_DEMAND)).isEqualTo("a.B::c");
  }

  @Test
  void theOnlyOne() throws Exception {
    assertThat(new NativeHandlers(List.of("a.B")).choose("bootstrap", "")).isEqualTo("a.B");
  }

  @Test
  void noneOfSeveral() {
    assertThatThrownBy(() -> several.choose("bootstrap", ON_DEMAND))
        .isInstanceOf(HandlerException.class)
        .hasMessageContaining("\"bootstrap\"")
        .hasMessageContaining("a.B, a.B::c");
  }

  @Test
  void snapshotsAreRefused() {
    assertThatThrownBy(() -> several.choose("a.B", "snap-start"))
        .isInstanceOf(HandlerException.class)
        .hasMessageContaining("turn SnapStart off");
  }
}
