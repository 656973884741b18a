/**
 * What the author of a function compiles against.
 *
 * <p>A {@link dev.thaw.handler.Handler}'s constructor is Lambda's init phase and its {@code handle}
 * method the invoke phase.
 */
@NullMarked
package dev.thaw.handler;

import org.jspecify.annotations.NullMarked;
