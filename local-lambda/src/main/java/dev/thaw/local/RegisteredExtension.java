package dev.thaw.local;

import java.util.List;

/**
 * An extension that the runtime's process has registered.
 *
 * @param name what it sent as {@code Lambda-Extension-Name}
 * @param identifier what it sends as {@code Lambda-Extension-Identifier}
 * @param events what it has subscribed to
 */
public record RegisteredExtension(String name, String identifier, List<String> events) {}
