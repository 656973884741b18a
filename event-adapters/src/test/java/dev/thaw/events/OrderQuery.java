package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;

/** What a function's author would make of a field's arguments. */
@GenerateCodec
public record OrderQuery(String id, int first) {}
