/**
 * Native executables: what GraalVM's builder is told about a function, and what the runtime does
 * differently in one. On a JVM no class of this package is loaded.
 */
@NullMarked
package dev.thaw.runtime.graal;

import org.jspecify.annotations.NullMarked;
