/**
 * Where transcripts are played: people on an emulated service who do what stands there, and what is compared with what a bot
 * says. For the testkit and the playground.
 */
@NullMarked
package dev.spacesbot.stage;

import org.jspecify.annotations.NullMarked;
