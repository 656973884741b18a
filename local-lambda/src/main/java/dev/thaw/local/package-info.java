/**
 * A Lambda on your machine, for development and tests.
 *
 * <p>{@link dev.thaw.local.RuntimeApiServer} is the Runtime API of one execution environment,
 * {@link dev.thaw.local.LocalLambda} a whole service with an invoke API and HTTP front doors.
 * Everything listens on the loopback address only.
 */
@NullMarked
package dev.thaw.local;

import org.jspecify.annotations.NullMarked;
