/** A bot that keeps state across people and spaces. */
@NullMarked
package dev.spacesbot.examples.poll;

import org.jspecify.annotations.NullMarked;
