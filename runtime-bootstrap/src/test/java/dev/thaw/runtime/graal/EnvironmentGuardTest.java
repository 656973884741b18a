package dev.thaw.runtime.graal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.handler.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentGuardTest {
  private static final String SECRET = String.join("", "hunter", "2");

  private final EnvironmentGuard guard = new EnvironmentGuard(Map.of("TOKEN", SECRET, "NONE", ""));

  @Test
  void aValueIsRefusedByTheNameOfItsVariable() {
    assertThatThrownBy(() -> guard.apply(SECRET))
        .hasMessageContaining("environment variable TOKEN would become part")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void theBuildsOwnEnvironmentIsRefused() {
    String name = System.getenv().keySet().iterator().next();
    EnvironmentGuard own = new EnvironmentGuard(System.getenv());
    assertThatThrownBy(() -> own.apply(System.getenv(name))).hasMessageContaining(name);
  }

  @Test
  void anotherTextThatSaysTheSameIsNot() {
    String other = String.valueOf(SECRET.toCharArray());
    assertThat(guard.apply(other)).isSameAs(other);
    assertThat(guard.apply("")).isEqualTo("");
  }

  @Test
  void objectsOfAProcessAreRefused() {
    Environment environment = Environment.collecting(Map.of());
    assertThatThrownBy(() -> guard.apply(environment))
        .hasMessageContaining(Environment.class.getName());
  }
}
