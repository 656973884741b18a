package dev.thaw.codec.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * A class whose values are written as another value, by {@code @JsonValue}, and made of one, by a
 * {@code @JsonCreator} that delegates.
 *
 * @param javaType the class
 * @param read what is read
 * @param creation what makes a value of it: a constructor or factory, without its argument
 * @param write what is written
 * @param member the method's call or the field that gives it
 */
record UserValue(
    TypeName javaType, UserType read, CodeBlock creation, UserType write, String member)
    implements UserClass {}
