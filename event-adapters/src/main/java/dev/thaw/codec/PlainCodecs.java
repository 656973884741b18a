package dev.thaw.codec;

import java.lang.reflect.Type;

/**
 * Makes codecs for types that have none. The runtime brings the one that there is, by Jackson
 * databind; {@link Json} finds it by its name.
 */
public interface PlainCodecs {

  /**
   * Makes a codec. What it throws about a document is a {@link JsonException}, as any codec's.
   *
   * @param type any Java type; generic ones keep their arguments
   */
  Codec<?> codec(Type type);
}
