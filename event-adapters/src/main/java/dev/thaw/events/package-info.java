/**
 * The events that {@code aws-lambda-java-events} lacks, and the codecs of those that it has.
 *
 * <p>{@code EventCodecs}, which the build generates, finds one by the name of the event's class.
 */
@NullMarked
package dev.thaw.events;

import org.jspecify.annotations.NullMarked;
