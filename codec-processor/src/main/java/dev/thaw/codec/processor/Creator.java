package dev.thaw.codec.processor;

import javax.lang.model.element.ExecutableElement;

/**
 * The constructor or static method that {@code @JsonCreator} chooses.
 *
 * @param method the constructor or static method
 * @param delegating whether it takes the whole value as its one parameter, rather than a property
 *     by each
 */
record Creator(ExecutableElement method, boolean delegating) {}
