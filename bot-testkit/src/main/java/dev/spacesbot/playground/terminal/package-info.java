/** What a person types and sees, with and without a real terminal. */
@NullMarked
package dev.spacesbot.playground.terminal;

import org.jspecify.annotations.NullMarked;
