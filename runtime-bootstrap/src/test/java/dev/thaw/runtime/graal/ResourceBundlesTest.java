package dev.thaw.runtime.graal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.runtime.graal.ResourceBundles.Bundle;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ResourceBundlesTest {
  @Test
  void filesAreBundlesWithTheLocalesOfTheirNames() {
    assertThat(
            ResourceBundles.of(
                List.of(
                    "messages.properties",
                    "messages_de.properties",
                    "messages_de_AT.properties",
                    "shop/price_list.properties",
                    "META-INF/other.properties",
                    "messages_fr.json"),
                List.of()))
        .containsExactly(
            new Bundle("messages", Locale.ROOT),
            new Bundle("messages", Locale.GERMAN),
            new Bundle("messages", Locale.of("de", "AT")),
            new Bundle("shop.price_list", Locale.ROOT));
  }

  @Test
  void classesAreBundlesToo() {
    assertThat(ResourceBundles.of(List.of(), List.of(Words.class, String.class)))
        .containsExactly(new Bundle(Words.class.getName(), Locale.ROOT));
  }

  static final class Words extends ListResourceBundle {
    @Override
    protected Object[][] getContents() {
      return new Object[0][];
    }
  }
}
