/** Idempotency records in Amazon DynamoDB, with AWS's SDK for Java 2. */
@NullMarked
package dev.thaw.idempotency.dynamodb;

import org.jspecify.annotations.NullMarked;
