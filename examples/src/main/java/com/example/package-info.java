/** One function for each trigger. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
