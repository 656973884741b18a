/**
 * The functions that are measured: AWS's own handler interface, nothing of Thaw but in {@link
 * dev.thaw.benchmarks.functions.FrontDoor}. A jar of its own, so that every subject runs the very
 * same bytes.
 *
 * <p>Each reads a few fields of its event, as functions do, and no more. None concatenates strings
 * or has lambdas: their first use costs a start some milliseconds that belong to no runtime.
 */
@NullMarked
package dev.thaw.benchmarks.functions;

import org.jspecify.annotations.NullMarked;
