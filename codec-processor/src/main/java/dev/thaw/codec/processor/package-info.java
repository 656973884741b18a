/**
 * Writes JSON codecs at compile time.
 *
 * <p>An event's class goes one way through here: {@link dev.thaw.codec.processor.ImportTable} finds
 * it, {@link dev.thaw.codec.processor.TypeModels} makes a model of it, {@link
 * dev.thaw.codec.processor.CodecPlan} decides which generated class holds which part, and {@link
 * dev.thaw.codec.processor.CodecClass} writes the source.
 */
@NullMarked
package dev.thaw.codec.processor;

import org.jspecify.annotations.NullMarked;
