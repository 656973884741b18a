package dev.thaw.events;

import dev.thaw.codec.CodecLookup;

/**
 * AWS's event classes, a table for each family, and what their bean properties do not say of their
 * JSON. The names are those that AWS's serialization library gives them, and where that cannot read
 * what AWS sends, also those that AWS sends; nested classes that need no word are found by
 * themselves.
 */
@CodecLookup(
    value = "EventCodecs",
    tables = {
      AwsHttpEvents.class,
      AwsMessageEvents.class,
      AwsStreamEvents.class,
      AwsStorageEvents.class,
      AwsCognitoEvents.class,
      AwsOperationsEvents.class
    })
final class AwsEvents {
  private AwsEvents() {}
}
