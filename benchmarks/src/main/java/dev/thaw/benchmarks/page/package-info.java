/** The page, the figures and the README's block that are made from the results of a run. */
@NullMarked
package dev.thaw.benchmarks.page;

import org.jspecify.annotations.NullMarked;
