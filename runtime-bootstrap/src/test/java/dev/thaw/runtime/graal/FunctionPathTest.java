package dev.thaw.runtime.graal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionPathTest {
  @TempDir private Path taskRoot;

  @Test
  void taskRootHoldsMoreThanTheFunction() throws Exception {
    write("shop/Orders.class");
    write("shop/prices.json");
    write("lib/words.txt");
    write("lib/jackson.jar");
    write(".thaw/shop.Orders.aot");
    write(".thaw/native/bootstrap");
    write("META-INF/MANIFEST.MF");
    write("META-INF/maven/shop/orders/pom.xml");
    write("META-INF/services/shop.Prices");
    FunctionPath path = FunctionPath.of(List.of(taskRoot), List.of());
    assertThat(path.classes()).containsExactly("shop.Orders");
    assertThat(path.resources())
        .containsExactlyInAnyOrder(
            "shop/prices.json", "lib/words.txt", "META-INF/services/shop.Prices");
  }

  private void write(String name) throws Exception {
    Path file = taskRoot.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
  }
}
