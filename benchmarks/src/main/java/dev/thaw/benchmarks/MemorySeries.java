package dev.thaw.benchmarks;

/** Starts of one subject with one event under one pair of limits. */
record MemorySeries(Limits limits, Series series) {}
