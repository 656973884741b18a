package dev.thaw.codec.processor;

import com.palantir.javapoet.TypeName;

/** A class in a user's type whose code is in the type's codec. */
sealed interface UserClass permits UserModel, UserFamily, UserValue {
  /** The class, with its arguments. */
  TypeName javaType();
}
