/** A bot that greets: text and arguments. */
@NullMarked
package dev.spacesbot.examples.greeter;

import org.jspecify.annotations.NullMarked;
