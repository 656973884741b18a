/** Both stores, one contract; DynamoDB's on DynamoDB Local. */
@NullMarked
package dev.thaw.idempotency.dynamodb;

import org.jspecify.annotations.NullMarked;
