/** Plain types without a codec, by Jackson databind. Loaded only for a function that needs it. */
@NullMarked
package dev.thaw.runtime.jackson;

import org.jspecify.annotations.NullMarked;
