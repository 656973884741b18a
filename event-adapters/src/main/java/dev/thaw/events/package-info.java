/**
 * The codecs of AWS's event classes.
 *
 * <p>{@code EventCodecs}, which the build generates, finds one by the name of the event's class.
 */
@NullMarked
package dev.thaw.events;

import org.jspecify.annotations.NullMarked;
