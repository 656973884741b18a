package dev.thaw.codec.processor;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of a class say, those of its superclasses and interfaces among them.
 *
 * @param notRead JSON names that are skipped when they are read
 * @param notWritten JSON names that are not written
 * @param inclusion which values of its properties are written; null for those that are not null
 * @param content the same inside of maps and optionals
 * @param naming how names in JSON are made; null for the properties' own
 * @param order JSON names or property names that are written first
 * @param alphabetic whether the others are written in alphabetical order
 * @param format null for none; only enums can have one
 * @param typeIds how JSON tells the class; null where it does not
 * @param creator null for the only constructor there is
 * @param value the method or field that stands for the whole value; null for none
 */
record TypeAnnotations(
    Set<String> notRead,
    Set<String> notWritten,
    @Nullable Inclusion inclusion,
    @Nullable Inclusion content,
    @Nullable Naming naming,
    List<String> order,
    boolean alphabetic,
    @Nullable ValueFormat format,
    @Nullable TypeIds typeIds,
    @Nullable Creator creator,
    @Nullable Element value) {}
