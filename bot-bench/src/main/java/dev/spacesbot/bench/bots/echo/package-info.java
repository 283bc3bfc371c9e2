/** A bot that says what it hears. */
@NullMarked
package dev.spacesbot.bench.bots.echo;

import org.jspecify.annotations.NullMarked;
