package dev.thaw.runtime;

import dev.thaw.codec.JsonWriter;

/** What an invocation loop lends to the function, to one invocation after the other. */
record Exchange(JsonWriter json) {}
