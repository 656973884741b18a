/**
 * JSON to objects and back, without reflection and without a library.
 *
 * <p>A {@link dev.thaw.codec.Codec} reads a type from a {@link dev.thaw.codec.JsonReader} and
 * writes it to a {@link dev.thaw.codec.JsonWriter}; both work on UTF-8 bytes.
 */
@NullMarked
package dev.thaw.codec;

import org.jspecify.annotations.NullMarked;
