/** Work that is done once, however often its event arrives. */
@NullMarked
package dev.thaw.idempotency;

import org.jspecify.annotations.NullMarked;
