/** Takes the place of a package of Jackson databind that this JRE cannot use. */
@NullMarked
package tools.jackson.databind.ext.beans;

import org.jspecify.annotations.NullMarked;
