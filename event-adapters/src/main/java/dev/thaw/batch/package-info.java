/** Batches of records whose failures are reported one by one. */
@NullMarked
package dev.thaw.batch;

import org.jspecify.annotations.NullMarked;
