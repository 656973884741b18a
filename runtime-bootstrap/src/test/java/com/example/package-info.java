/** Functions of users, as the runtime meets them. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
