/**
 * Batches of records whose failures are reported one by one: {@link dev.thaw.batch.SqsBatch},
 * {@link dev.thaw.batch.KinesisBatch}, {@link dev.thaw.batch.DynamodbBatch}, {@link
 * dev.thaw.batch.KafkaBatch}, {@link dev.thaw.batch.S3Batch} and {@link
 * dev.thaw.batch.FirehoseTransform}.
 *
 * <p>Each has a short form, {@code SqsBatch.process(event, invocation, message -> …)}, and one that
 * is configured once and serves all invocations: {@code SqsBatch.of(Order.class).parallel(16)} and
 * then {@code process(event, invocation, (order, message) -> …)}. They all keep one promise: a
 * record that was not handled to its end is reported as failed, whatever kept it from its end.
 */
@NullMarked
package dev.thaw.batch;

import org.jspecify.annotations.NullMarked;
