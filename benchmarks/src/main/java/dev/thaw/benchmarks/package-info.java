/** Cold starts and warm invocations of Thaw, beside the floor and AWS's own client. */
@NullMarked
package dev.thaw.benchmarks;

import org.jspecify.annotations.NullMarked;
