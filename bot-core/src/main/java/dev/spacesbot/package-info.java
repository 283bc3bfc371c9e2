/** What a bot author and a launcher use: the bot, its replies, and the spaces it may act in. */
@NullMarked
package dev.spacesbot;

import org.jspecify.annotations.NullMarked;
