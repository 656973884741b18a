package dev.thaw.local;

/**
 * What a server accepts.
 *
 * @param head bytes of request line and headers together
 * @param body bytes of the body
 */
record HttpLimits(int head, int body) {}
