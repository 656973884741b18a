package dev.thaw.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One caller's claim on a key, for a store to keep.
 *
 * @param key what must happen once; holds no payload, at most 300 characters
 * @param token unique to this claim
 * @param expires when the caller can no longer be at work: from then on others may begin
 * @param fingerprint of the payload, if it is checked
 */
public record IdempotencyLock(
    String key, String token, Instant expires, @Nullable String fingerprint) {}
