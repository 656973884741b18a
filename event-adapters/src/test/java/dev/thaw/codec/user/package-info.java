/** Users' types, read and written by generated codecs and by databind side by side. */
@NullMarked
package dev.thaw.codec.user;

import org.jspecify.annotations.NullMarked;
