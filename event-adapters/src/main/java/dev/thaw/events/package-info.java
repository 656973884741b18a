/**
 * The events that {@code aws-lambda-java-events} lacks, and the codecs of those that it has.
 *
 * <p>Of ours, a list or map that AWS leaves out is empty in what a function gets, and what is null
 * is left out of what a function returns.
 *
 * <p>{@code EventCodecs}, which the build generates, finds one by the name of the event's class.
 */
@NullMarked
package dev.thaw.events;

import org.jspecify.annotations.NullMarked;
