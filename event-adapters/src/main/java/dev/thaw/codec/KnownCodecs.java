package dev.thaw.codec;

/**
 * The codecs that classes were found to have, for as long as the classes live: a handler asks for
 * the same ones at each invocation.
 */
final class KnownCodecs extends ClassValue<Codec<?>> {
  static final KnownCodecs OF = new KnownCodecs();

  private KnownCodecs() {}

  @Override
  protected Codec<?> computeValue(Class<?> type) {
    return Json.made(type);
  }
}
