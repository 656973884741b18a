/** AWS X-Ray, with AWS's X-Ray SDK for Java. */
@NullMarked
package dev.thaw.xray;

import org.jspecify.annotations.NullMarked;
