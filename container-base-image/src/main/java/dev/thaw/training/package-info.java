/**
 * Makes AOT caches: {@code thaw-train}, with the smallest Runtime API that can feed a function.
 * Stands in the layer, never on a function's class path.
 */
@NullMarked
package dev.thaw.training;

import org.jspecify.annotations.NullMarked;
