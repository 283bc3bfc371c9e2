/** Tells mistakes in handlers while they are compiled. */
@NullMarked
package dev.spacesbot.processor;

import org.jspecify.annotations.NullMarked;
