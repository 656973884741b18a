package dev.thaw.local;

/** What the Extensions API tells of the function. */
record FunctionNames(String name, String version, String handler) {}
