/** The floor: what no Java runtime can be faster than. A jar of its own. */
@NullMarked
package dev.thaw.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
