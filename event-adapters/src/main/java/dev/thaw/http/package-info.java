/** HTTP requests and responses, whichever front door they come through. */
@NullMarked
package dev.thaw.http;

import org.jspecify.annotations.NullMarked;
