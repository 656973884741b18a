package dev.thaw.batch;

/** A payload of a function's own. */
record Order(String id, int total) {}
