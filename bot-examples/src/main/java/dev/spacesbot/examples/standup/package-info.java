/** A bot that asks everybody in private and tells the team: steps, times, direct messages. */
@NullMarked
package dev.spacesbot.examples.standup;

import org.jspecify.annotations.NullMarked;
