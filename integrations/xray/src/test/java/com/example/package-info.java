/** Functions for tests. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
