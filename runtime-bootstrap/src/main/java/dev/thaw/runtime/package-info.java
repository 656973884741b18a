/**
 * The process: Runtime API client, invocation loop, handler loading, errors and logs.
 *
 * <p>Every class that is loaded before the first response is paid for by every cold start.
 */
@NullMarked
package dev.thaw.runtime;

import org.jspecify.annotations.NullMarked;
