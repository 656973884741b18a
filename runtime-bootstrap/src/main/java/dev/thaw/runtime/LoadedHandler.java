package dev.thaw.runtime;

/**
 * The outcome of loading a handler.
 *
 * @param handler the author's object
 * @param function how it is invoked
 */
record LoadedHandler(Object handler, Function function) {}
