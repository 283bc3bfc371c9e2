/** Gives the bots of the playground new handlers when their classes or their files change. */
@NullMarked
package dev.spacesbot.playground.reload;

import org.jspecify.annotations.NullMarked;
